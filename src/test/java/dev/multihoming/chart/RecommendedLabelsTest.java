package dev.multihoming.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecommendedLabelsTest {
    @Test
    void nameTheVersionOfThePomAndLeaveSelectorsAlone() throws IOException {
        JsonNode labels = new YAMLMapper()
                .readTree(Path.of("kustomize/components/labels/kustomization.yaml")
                        .toFile())
                .path("labels");

        assertThat(labels).hasSize(1);
        assertThat(labels.at("/0/pairs/app.kubernetes.io~1version").asText()).isEqualTo(Pom.version());
        assertThat(labels.at("/0/includeSelectors").asBoolean()).isFalse();
    }
}
