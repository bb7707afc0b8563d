package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.console.engine.Engine.Review;
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
class KeptOfFilesTest {
    private static final String NAMESPACE = "team-a";

    private static final String POD = """
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "namespace": "shop",
            "annotations": {"k8s.v1.cni.cncf.io/networks": "storage"}},
            "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
            """;

    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: storage, namespace: shop}
            spec: {config: '{"cniVersion": "1.0.0", "name": "storage", "type": "no-such-type", "x": 1}'}
            """;

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
        String before = engine.check(POD).text();
        Files.writeString(file, NETWORK);
        assertThat(engine.check(POD).text()).isNotEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideTheOthers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("networks.yaml"), NETWORK);
        ConsoleEngine engine = Consoles.engine(folder.toString());
        Review whole = engine.check(POD);
        String explained = engine.explain(POD);
        assertThat(whole.notices()).isEmpty();
        Files.writeString(folder.resolve("broken.yaml"), NETWORK + "  a: [");

        for (String text : List.of(POD, POD + "---\n" + NETWORK)) {
            Review review = engine.check(text);
            assertThat(review.notices()).singleElement().asString().contains("broken.yaml");
        }
        assertThat(engine.check(POD).text()).isEqualTo(whole.text());
        assertThat(engine.explain(POD)).isEqualTo(explained);
        assertThat(engine.check("kind: NetworkAttachmentDefinition\na: [").notices())
                .singleElement()
                .asString()
                .contains("broken.yaml");
    }
}
