package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.console.engine.Engine.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the cluster did not tell belongs to one question.
class ConsoleRequestsTest {
    private static final String KUBECONFIG = "kubeconfig";

    private final JudgingOptions judging = new JudgingOptions();
    private ConsoleRequests requests;

    @BeforeEach
    void aKubeconfigWithoutAContext(@TempDir Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("config"), "apiVersion: v1\nkind: Config\n");
        System.setProperty(KUBECONFIG, kubeconfig.toString());
        requests = new ConsoleRequests(List.of(), judging);
    }

    @AfterEach
    void clear() {
        System.clearProperty(KUBECONFIG);
    }

    @Test
    void aQuestionLearnsItOnce() {
        List<String> gaps = requests.asked(() -> {
            assertThat(judging.live()).isEmpty();
            assertThat(judging.live()).isEmpty();
            return requests.withGaps(List.of("Another notice."));
        });
        assertThat(gaps).hasSize(2).endsWith("Another notice.");
    }

    @Test
    void theNextQuestionDoesNotLearnIt() {
        assertThatThrownBy(() -> requests.asked(() -> {
                    assertThat(judging.live()).isEmpty();
                    assertThat(requests.gaps()).hasSize(1);
                    throw new CannotRun("No answer.");
                }))
                .isInstanceOf(Refused.class)
                .hasMessage("No answer.");
        assertThat(requests.asked(requests::gaps)).isEmpty();
    }
}
