package dev.multihoming.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.image.OciImage.Layer;
import dev.multihoming.plane.ShortProgram;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an archive says its image is called, and what a Deployment asks the runtime for.
class NamedArchiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "multihoming-webhook:1, docker.io/library/multihoming-webhook:1",
        "team/multihoming-webhook:1, docker.io/team/multihoming-webhook:1",
        "docker.io/multihoming-webhook:1, docker.io/library/multihoming-webhook:1",
        "index.docker.io/team/it:1, docker.io/team/it:1",
        "registry.example/it:1, registry.example/it:1",
        "registry:5000/it:1, registry:5000/it:1",
        "localhost/it:1, localhost/it:1"
    })
    void namesAreCompletedAsContainerdDoes(String name, String complete) {
        assertThat(ImageName.normalized(name)).isEqualTo(complete);
    }

    @Test
    void everyRuntimeFindsTheImageOfTheDeployment(@TempDir Path folder) throws IOException {
        Path tar = folder.resolve("image.tar");
        Path layer = Files.writeString(folder.resolve("file"), "content");
        new OciImage(Pom.image(), List.of(new Layer("only", layer, "/file")), Map.of())
                .write(tar, folder.resolve("cache"));
        String wanted = deployed();

        JsonNode annotations = in(tar, "index.json").at("/manifests/0/annotations");
        for (String key : List.of("io.containerd.image.name", "org.opencontainers.image.ref.name")) {
            assertThat(annotations.path(key).asText()).isEqualTo(ImageName.normalized(wanted));
        }
        JsonNode dockers = in(tar, "manifest.json").path(0);
        assertThat(dockers.at("/RepoTags/0").asText()).isEqualTo(wanted);
        JsonNode configuration = in(tar, dockers.path("Config").asText());
        assertThat(configuration.at("/rootfs/diff_ids")).hasSameSizeAs(dockers.path("Layers"));
        assertThat(dockers.path("Layers"))
                .hasSize(1)
                .allSatisfy(blob -> assertThat(run(tar, "--list")).contains(blob.asText()));
    }

    private static String deployed() throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("kustomize/base/deployment.yaml").toFile())
                .at("/spec/template/spec/containers/0/image")
                .asText();
    }

    private static JsonNode in(Path tar, String file) throws IOException {
        return JSON.readTree(run(tar, "--extract", "--to-stdout", file));
    }

    private static String run(Path tar, String mode, String... more) {
        List<String> command = new ArrayList<>(List.of("tar", "--file=" + tar, mode));
        command.addAll(List.of(more));
        return new ShortProgram(command, Map.of()).run("").orThrow("Reading " + tar);
    }
}
