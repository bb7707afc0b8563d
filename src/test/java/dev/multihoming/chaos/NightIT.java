package dev.multihoming.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The faults that matter most, each once; `make chaos` plays all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightIT {
    private Scene scene;

    @BeforeAll
    void set(@TempDir Path folder) throws InterruptedException {
        assumeTrue(Toxiproxy.isThere(), "no Go to build Toxiproxy with");
        scene = Scene.set(folder);
    }

    @AfterAll
    void clear() {
        if (scene != null) {
            scene.close();
        }
    }

    static List<Fault> faults() {
        return List.of(new Rollouts(2), new KilledReplica(), new ExpiredVersion(), new DeletedConfiguration());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void promisesAreKept(Fault fault) throws Exception {
        Row row = Chaos.play(scene, fault);
        assertThat(row.broken())
                .as("%s%n%s%n%s", Row.HEADING, row, row.tally().examples())
                .isEmpty();
        assertThat(row.tally().of(RequestResult.RIGHT))
                .as("requests that were judged")
                .isGreaterThan(50);
    }
}
