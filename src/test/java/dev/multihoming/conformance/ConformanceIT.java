package dev.multihoming.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.BuiltOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What we deny for the config's own sake the plugin refuses, and what it refuses we deny or warn of; but
/// for the differences that are pinned with their reasons.
@NeedsNetworkNamespaces
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {
    private static final Path TABLE = Path.of("target", "conformance.txt");

    private final ConformanceTable table = new ConformanceTable();
    private final CniNode node = new CniNode(BuiltOnce.of("cni-plugins").orElseThrow());

    static List<Trial> trials() {
        return Trials.all();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void weAgreeWithThePluginButForThePinnedDifferences(Trial trial) {
        List<Comparison> comparisons = compare(trial);
        table.add(trial, comparisons);
        assertThat(comparisons.getFirst().node()).as("the baseline").isNotInstanceOf(Answer.Refused.class);
        assertThat(comparisons.getFirst().ours().denials()).as("the baseline").isEmpty();
        assertThat(Differences.notPinned(comparisons))
                .as("differences that nobody explained")
                .isEmpty();
        assertThat(Differences.pinnedButAgreed(trial, comparisons))
                .as("pinned differences that are gone")
                .isEmpty();
    }

    static List<DeliberateRejection> rejections() {
        return DeliberateRejection.all();
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void weDenyOnPurposeWhatThePluginTakes(DeliberateRejection rejection) {
        table.add(rejection);
        assertThat(node.tryOut(rejection.config(), List.of())).isInstanceOf(Answer.Attached.class);
        assertThat(OurReview.of(rejection.config()).denials()).contains(rejection.code());
    }

    private List<Comparison> compare(Trial trial) {
        List<Case> cases = Cases.of(trial);
        assertThat(Cases.coverExclusions(trial, cases))
                .as("every known exclusion is tried")
                .isTrue();
        OurReview baseline = OurReview.of(trial.baseline());
        List<Comparison> comparisons = new ArrayList<>();
        for (Case one : cases) {
            Answer answer = node.tryOut(one.config(), trial.links());
            comparisons.add(new Comparison(trial, one, answer, OurReview.of(one.config()), baseline));
        }
        return comparisons;
    }

    @AfterAll
    void printTheTable() throws IOException {
        node.close();
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table.toString());
    }
}
