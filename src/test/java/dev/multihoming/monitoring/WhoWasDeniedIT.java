package dev.multihoming.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of docs/monitoring.md, "Who was denied last night", on the logs of a real API
/// server and of the packaged webhook.
class WhoWasDeniedIT {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /// There is no kubelet here that `kubectl logs` could ask.
    private static final Pattern READING_LOGS = Pattern.compile("kubectl [^|]* logs [^|]*\\|");

    private static final String BREACH = """
            apiVersion: v1
            kind: Pod
            metadata: {name: intruder, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void theLogsTell(@TempDir Path home) throws IOException {
        assumeTrue(shell("command -v jq || true").contains("jq"), "no jq");
        Path audit = home.resolve("audit.log");
        try (Cluster cluster = Cluster.startAudited(home.resolve("plane"), audit)) {
            Kubectl kubectl = cluster.kubectl();
            try (InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home)) {
                assertThat(webhook.server().metrics().text()).isNotEmpty();
                Eventually.holds(
                        "a denial",
                        () -> kubectl.runWithInput(
                                        BREACH, "create", "--as=alice", "--as-group=system:masters", "--filename=-")
                                .stderr()
                                .contains("MH105"));
                List<String> commands = commands();
                String events = commands.getFirst().replace("audit.log", audit.toString());
                Eventually.holds(
                        "the event", () -> shell(events).contains("\talice\tcreate\tpods default/intruder\tMH105"));
                String decisions = home.resolve("logs").resolve("webhook.log").toString();
                assertThat(shell(reading(decisions, commands.get(1))))
                        .contains("decision=denied codes=MH105")
                        .contains("user=\"alice\"");
                assertThat(shell(reading(decisions, commands.get(2)))).contains("alice MH105");
            }
        }
    }

    private static String reading(String log, String command) {
        return READING_LOGS.matcher(command).replaceFirst("cat " + log + " |");
    }

    private static List<String> commands() throws IOException {
        String page = Files.readString(Path.of("docs/monitoring.md"));
        String section = page.substring(page.indexOf("## Who was denied"), page.indexOf("## Request an audit"));
        return BLOCK.matcher(section)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String shell(String command) {
        return new ShortProgram(List.of("sh", "-c", command), Map.of()).run("").orThrow(command);
    }
}
