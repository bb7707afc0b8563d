package dev.multihoming.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.conformance.NeedsNetworkNamespaces;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import dev.multihoming.node.NodeWorld.Results;
import dev.multihoming.node.NodeWorld.Reviewed;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.InstalledWebhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every fixture about a pod or a NAD, on a node with the real Multus: what we admit attaches, with exactly the
/// interfaces that `explain` prints; what we deny because the node would refuse it, the node refuses.
@NeedsNetworkNamespaces
class NodeIT {
    private static final Path REPORT = Path.of("target", "node.txt");
    private static final int UNPINNED = 85;

    @TestFactory
    Stream<DynamicTest> theNodeDoesWhatWeSay(@TempDir Path home) throws IOException {
        Map<Boolean, List<Reviewed>> reviewed = Fixtures.all().stream()
                .filter(NodeCase::isAboutAttaching)
                // What it harms without the webhook is NodeHarmIT's.
                .filter(fixture -> fixture.kind() != Fixture.Kind.PASS || !Fixtures.predatesTheWebhook(fixture))
                .map(Reviewed::of)
                .collect(Collectors.partitioningBy(Reviewed::isAdmittedLive));
        List<Results> results = new ArrayList<>();
        // Both clusters are its own: what it stores would stand in the way of other tests.
        try (Cluster bare = Cluster.start(home.resolve("bare"));
                Cluster guarded = Cluster.start(home.resolve("guarded"));
                InstalledWebhook _ = InstalledWebhook.on(guarded.controlPlane(), home)) {
            var without = CompletableFuture.supplyAsync(
                    () -> new NodeWorld(bare, false, reviewed.getOrDefault(false, List.of())).run(),
                    Thread.ofPlatform()::start);
            results.add(new NodeWorld(guarded, true, reviewed.getOrDefault(true, List.of())).run());
            results.add(without.join());
        }
        var report = new NodeReport();
        List<DynamicTest> tests = new ArrayList<>();
        for (Results some : results) {
            for (NodeCase one : some.cases()) {
                Judgement judgement = Judgement.of(one, some.obstacles());
                report.add(one, judgement);
                tests.add(DynamicTest.dynamicTest(
                        one.fixture().toString(),
                        () -> assertThat(judgement).isNotInstanceOf(Judgement.Different.class)));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "few are pinned",
                () -> assertThat(report.unpinned()).as(report.toString()).isGreaterThanOrEqualTo(UNPINNED)));
        Files.writeString(REPORT, report.toString());
        System.out.println(report.summary());
        return tests.stream();
    }
}
