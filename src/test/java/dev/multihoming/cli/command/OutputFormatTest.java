package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// What programs read is read here by such programs.
class OutputFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void filesWithOneOfEach() throws IOException {
        Files.writeString(folder.resolve("a b,c.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: "x<y>&\\u0007: 100%"
                  namespace: team-a
                  annotations:
                    note: 😀
                    k8s.v1.cni.cncf.io/networks: "😀[\\n"
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: team-a}
                spec: {config: '{"cniVersion": "0.3.1", "type": "bridge", "bridge": "br1", "vlan": 7}'}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: team-a, annotations: {k8s.v1.cni.cncf.io/networks: red}}
                """);
        Files.writeString(folder.resolve("broken.yaml"), "a: [");
    }

    @Test
    void sarifIsValidByItsSchema() throws IOException {
        JsonNode log = JSON.readTree(run("sarif"));
        try (InputStream schema = OutputFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schema)
                            .validate(log))
                    .isEmpty();
        }
        JsonNode run = log.at("/runs/0");
        for (JsonNode result : run.path("results")) {
            assertThat(run.at("/tool/driver/rules")
                            .path(result.path("ruleIndex").asInt())
                            .path("id"))
                    .isEqualTo(result.path("ruleId"));
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .startsWith("file:///")
                    .endsWith("/a%20b,c.yaml");
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isPositive();
            assertThat(result.at("/partialFingerprints/multihoming~1v1").asText())
                    .hasSize(32);
        }
        assertThat(run.at("/results").findValuesAsText("level")).contains("error", "warning", "note");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(1);
    }

    @Test
    void jsonHasProblemsWhatWasNotReadAndASummary() throws IOException {
        JsonNode told = JSON.readTree(run("json"));
        JsonNode first = told.at("/problems/0");
        assertThat(first.path("severity").asText()).isEqualTo("denied");
        assertThat(first.path("line").asInt()).isEqualTo(8);
        // A character that takes two units is one column.
        assertThat(first.path("column").asInt()).isEqualTo(35);
        assertThat(first.path("page").asText())
                .isEqualTo("https://multihoming.dev/rules/" + first.path("code").asText());
        assertThat(told.at("/unread/0/file").asText()).endsWith("broken.yaml");
        assertThat(told.at("/summary/objects").asInt()).isEqualTo(3);
        assertThat(told.at("/summary/unread").asInt()).isEqualTo(1);
    }

    @Test
    void junitIsXmlWithATestForEachObject() throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run("junit"))));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("4");
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        String strict = Ran.multihoming("check", "-o", "junit", "--strict", folder.toString())
                .out();
        assertThat(strict).contains("tests=\"4\" failures=\"3\" errors=\"1\"");
    }

    @Test
    void githubsCommandsAreOneLineEach() {
        assertThat(run("github").lines())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.matches(
                                "::(error|warning|notice) file=[^:]*a b%2Cc\\.yaml,line=\\d+,endLine=\\d+,"
                                        + "col=\\d+,endColumn=\\d+,title=[^:,]+::.*%0Ahttps://multihoming.dev/rules/MH\\d+")
                        || line.matches(
                                "::error file=.*broken.yaml,line=1,col=\\d+,title=unreadable::Not valid YAML.*"))
                .anyMatch(line -> line.contains(": 100%25"));
    }

    @Test
    void nothingMovesTheCursorOfATerminal() {
        assertThat(run("text").chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    private String run(String format) {
        Ran ran = Ran.multihoming("check", "--output", format, folder.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        return ran.out();
    }
}
