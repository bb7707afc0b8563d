package dev.multihoming.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.ManifestDocument;
import dev.multihoming.cli.manifest.ManifestReader;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.plane.BuiltOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Our readers, before any rule, beside Go's decoder: the same texts accepted, the same values taken.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderDifferentialIT {
    /// `-Dconformance.seed=…` looks elsewhere.
    private static final long SEED = Long.getLong("conformance.seed", 20_261_124);
    private static final int TEXTS = 75_000;
    private static final Path REPORT = Path.of("target", "conformance-readers.txt");

    private final DifferentialTally annotations = new DifferentialTally("annotations");
    private final DifferentialTally configs = new DifferentialTally("configs");

    private final DifferentialTally manifests = new DifferentialTally("manifests");

    private GoDecoder go = new GoDecoder(Path.of(""));

    @BeforeAll
    void findTheWitness() {
        Optional<Path> folder = BuiltOnce.of("go-decoder");
        if (folder.isEmpty()) {
            Assumptions.abort(Skipping.because("There is no Go to compare our readers with."));
        }
        go = new GoDecoder(folder.orElseThrow().resolve("go-decoder"));
    }

    @AfterAll
    void writeTheReport() throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, "" + annotations + configs + manifests);
    }

    @Test
    void annotationsAreReadAsGoReadsThem() {
        List<String> texts = Stream.concat(
                        KeptInputs.annotations(),
                        new FuzzedTexts(SEED).annotations().limit(TEXTS))
                .toList();
        List<JsonNode> answers = go.ask("selections", texts);
        for (int i = 0; i < texts.size(); i++) {
            compareAnnotation(texts.get(i), answers.get(i));
        }
        expectAgreement(annotations);
    }

    @Test
    void configsAreReadAsGoReadsThem() {
        List<String> texts = Stream.concat(
                        KeptInputs.configs(), new FuzzedTexts(SEED).configs().limit(TEXTS))
                .toList();
        List<JsonNode> answers = go.ask("configs", texts);
        for (int i = 0; i < texts.size(); i++) {
            compareConfig(texts.get(i), answers.get(i));
        }
        expectAgreement(configs);
    }

    @Test
    void scalarsOfManifestsAreReadAsKubectlReadsThem() {
        List<String> texts = new FuzzedScalars(SEED).documents().limit(TEXTS).toList();
        List<JsonNode> answers = go.ask("manifests", texts);
        for (int i = 0; i < texts.size(); i++) {
            compareManifest(texts.get(i), answers.get(i));
        }
        expectAgreement(manifests);
    }

    private static void expectAgreement(DifferentialTally tally) {
        // Texts that nobody accepts would prove nothing.
        assertThat(tally.accepted()).isGreaterThan(TEXTS / 10);
        assertThat(tally.differences()).as(tally.toString()).isEmpty();
    }

    private void compareAnnotation(String text, JsonNode answer) {
        boolean goAccepts = answer.path("accepted").asBoolean();
        annotations.count(goAccepts);
        NetworkSelections ours = NetworkSelectionsReader.read(text);
        if (goAccepts && ours.violations().isEmpty()) {
            annotations.same(text, told(ours), told(answer));
        } else if (goAccepts) {
            annotations.refusedByUs(text, answer, ours.violations().getFirst().fact());
        } else if (ours.violations().isEmpty()) {
            annotations.difference("Go refuses (" + answer.path("error").asText() + "), we accept", text);
        }
    }

    private static List<String> told(NetworkSelections ours) {
        return ours.items().stream()
                .map(item -> "%s/%s@%s %s"
                        .formatted(
                                item.namespace(),
                                item.name(),
                                item.interfaceName(),
                                item.defaultRoutes().stream()
                                        .map(gateway -> gateway.isIpv4() ? "IPv4" : "IPv6")
                                        .toList()))
                .toList();
    }

    private static List<String> told(JsonNode answer) {
        return StreamSupport.stream(answer.path("elements").spliterator(), false)
                .map(element -> "%s/%s@%s %s"
                        .formatted(
                                element.path("namespace").asText(),
                                element.path("name").asText(),
                                element.path("interface").asText(),
                                strings(element.path("routes"))))
                .toList();
    }

    private void compareConfig(String text, JsonNode answer) {
        boolean goAccepts = answer.path("object").asBoolean();
        configs.count(goAccepts);
        CniConfig ours = CniConfigReader.read(text);
        switch (ours.document()) {
            case Parsed.Ok<JsonObject> _ when goAccepts -> comparePlugins(text, ours, answer);
            case Parsed.Ok<JsonObject> _ ->
                configs.difference("Go refuses (" + answer.path("error").asText() + "), we accept", text);
            case Parsed.Malformed<JsonObject>(int _, String fact)
            when goAccepts -> configs.refusedByUs(text, answer, fact);
            case Parsed.Malformed<JsonObject> _ -> {
                // Both refuse it.
            }
        }
    }

    /// An object that Multus cannot load is for rules to deny; of what it loads, the same plugins must be
    /// seen.
    private void comparePlugins(String text, CniConfig ours, JsonNode answer) {
        if (answer.path("accepted").asBoolean()) {
            String seen = ours.form() + " "
                    + ours.plugins().stream().map(CniConfig.Plugin::type).toList();
            CniConfig.Form form = answer.path("single").asBoolean() ? CniConfig.Form.SINGLE : CniConfig.Form.LIST;
            configs.same(text, seen, form + " " + strings(answer.path("plugins")));
        } else if (!OurReview.of(text).denies()) {
            configs.difference("Multus cannot load it (" + answer.path("error").asText() + "), no rule denies", text);
        }
    }

    private void compareManifest(String text, JsonNode answer) {
        boolean goAccepts = answer.path("accepted").asBoolean();
        manifests.count(goAccepts);
        ManifestReader.read(new Source("fuzzed.yaml", text), "default", document -> {
            switch (document) {
                case ManifestDocument.Foreign(SourceSpan _, JsonNode ours)
                when goAccepts -> {
                    if (!GoJson.isSame(ours, answer.path("json"))) {
                        manifests.difference("Go reads %s, we read %s".formatted(answer.path("json"), ours), text);
                    }
                }
                case ManifestDocument.Broken(SourceSpan _, String fact, boolean _)
                when goAccepts -> manifests.refusedByUs(text, answer, fact);
                case ManifestDocument.Broken _ -> {
                    // Both refuse it.
                }
                default ->
                    manifests.difference("Go refuses (" + answer.path("error").asText() + "), we accept", text);
            }
        });
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
