package dev.multihoming.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.plane.Programs;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `check` reads in a manifest is what kubectl sends.
class KubectlYamlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BEGINNING = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n";

    private final String kubectl = Programs.find().kubectl().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    a: own\n    <<: {a: merged}\n",
                "    <<: {a: merged}\n    a: own\n",
                "    <<: {a: first}\n    <<: {a: second}\n",
                "    <<: [{a: first, b: first}, {a: second, c: second}]\n",
                "    a: own\n    <<: [{a: first}, {a: second}]\n",
                "    a: own\n    <<: {<<: {a: inner}, b: outer}\n",
                "    a: first\n    a: second\n",
                "    on: 'x'\n",
                "    a: |\n      {\"b\": 1}\n",
            })
    void aMappingOfAnnotations(String annotations) throws IOException {
        isReadAlike(BEGINNING + annotations);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n\uFEFF", "---\r\n\uFEFF", "---  \n\uFEFF", "\uFEFF", "--- # a comment\n"})
    void aDocumentThatBeginsWith(String separator) throws IOException {
        String first = separator.startsWith("-") ? BEGINNING + "    a: b\n" : "";
        isReadAlike(first + separator + BEGINNING + "    a: c\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\n\n\t"})
    void jsonAfterJson(String between) throws IOException {
        String object = "{\"apiVersion\": \"v1\", \"kind\": \"Pod\","
                + " \"metadata\": {\"name\": \"%s\", \"annotations\": {\"a\": \"%s\"}}}";
        isReadAlike(object.formatted("web", "b") + between + object.formatted("db", "c") + "\n");
    }

    private void isReadAlike(String text) throws IOException {
        List<JsonNode> ours = new ArrayList<>();
        ManifestReader.read(new Source("", text), "", piece -> {
            if (piece instanceof ManifestDocument.OfKubernetes(Manifest manifest)) {
                ours.add(manifest.object().at("/metadata/annotations"));
            }
        });
        assertThat(ours).isEqualTo(theirs(text));
    }

    /// Without a cluster it only prints what it would send.
    private List<JsonNode> theirs(String text) throws IOException {
        String printed = new ShortProgram(
                        List.of(kubectl, "annotate", "--local", "--output=json", "--filename=-", "z=z"), Map.of())
                .run(text)
                .orThrow("Having kubectl read it");
        List<JsonNode> objects = new ArrayList<>();
        try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(printed)) {
            while (documents.hasNext()) {
                JsonNode annotations =
                        documents.next().at("/metadata/annotations").deepCopy();
                if (annotations instanceof ObjectNode object) {
                    object.remove("z");
                }
                objects.add(annotations);
            }
        }
        return objects;
    }
}
