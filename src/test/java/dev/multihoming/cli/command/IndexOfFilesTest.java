package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The console keeps what files say. A text is judged among them as if all were read anew.
class IndexOfFilesTest {
    private static final String NAMESPACE = "team-a";

    private final JudgingOptions judging = new JudgingOptions();

    {
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("judging", CommandLine.Model.CommandSpec.forAnnotatedObject(judging)))
                .parseArgs("--namespace", NAMESPACE);
    }

    @TestFactory
    Stream<DynamicTest> aTextIsJudgedAsAmongFilesThatAreReadAnew(@TempDir Path folder) {
        return Fixtures.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.toString(), () -> isTheSame(fixture, folder)));
    }

    private void isTheSame(Fixture fixture, Path folder) throws IOException {
        String around = fixture.cluster().stream().map(ObjectNode::toString).collect(Collectors.joining("\n---\n"));
        Path file = Files.writeString(folder.resolve("around.yaml"), "---\n" + around);
        List<Input> files = Inputs.of(List.of(file.toString()), InputStream.nullInputStream());
        Input pasted = Input.pasted(fixture.subject().toString());
        List<Manifest> text = Manifests.of(pasted, NAMESPACE);
        if (InputIndex.isSingle(text)) {
            OfflineReviews kept =
                    judging.reviewsOfWorkloads(judging.index(files).with(pasted, NAMESPACE));
            OfflineReviews anew = judging.reviewsOfWorkloads(List.of(files.getFirst(), pasted), () -> {});
            for (Manifest manifest : text) {
                assertThat(kept.judge(manifest).problems())
                        .isEqualTo(anew.judge(manifest).problems());
            }
        }
    }

    @Test
    void aChangedFileIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("networks.yaml"), "{}\n");
        ConsoleEngine engine = Consoles.engine(folder.toString());
        String pod = """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "namespace": "shop",
                "annotations": {"k8s.v1.cni.cncf.io/networks": "storage"}},
                "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """;
        String before = engine.check(pod).text();
        Files.writeString(file, """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: storage, namespace: shop}
                spec: {config: '{"cniVersion": "1.0.0", "name": "storage", "type": "no-such-type", "x": 1}'}
                """);
        assertThat(engine.check(pod).text()).isNotEqualTo(before);
    }
}
