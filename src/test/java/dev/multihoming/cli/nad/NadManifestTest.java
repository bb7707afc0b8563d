package dev.multihoming.cli.nad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NadManifestTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void aConfigOfOneLineStandsInABlock() {
        assertThat(NadManifest.yaml(nad("{\"type\": \"bridge\"}"))).isEqualTo("""
                spec:
                  config: |-
                    {"type": "bridge"}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "  {}",
                "{}  ",
                "{}\n",
                "\n{}",
                "{}\r",
                "{}\n\n{}",
                "\t{}",
                "a: b",
                "end-of-config",
                "{}\nend-of-config",
                "\u0007",
                "\u2028{}"
            })
    void everyConfigIsReadAsItWas(String config) throws IOException {
        ObjectNode nad = nad(config);
        assertThat(YAML.readTree(NadManifest.yaml(nad))).isEqualTo(nad);
    }

    @Test
    void noOtherFieldLosesALine() throws IOException {
        ObjectNode nad = JsonNodeFactory.instance.objectNode();
        nad.putObject("metadata").put("note", "a\nend-of-config\nb");
        nad.putObject("spec").put("config", "{}");
        assertThat(YAML.readTree(NadManifest.yaml(nad))).isEqualTo(nad);
    }

    private static ObjectNode nad(String config) {
        ObjectNode nad = JsonNodeFactory.instance.objectNode();
        nad.putObject("spec").put("config", config);
        return nad;
    }
}
