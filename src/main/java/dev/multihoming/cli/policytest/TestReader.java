package dev.multihoming.cli.policytest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.policytest.PolicyTest.Case;
import dev.multihoming.core.review.Requester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads files of cases.
public final class TestReader {
    private static final String KIND = "PolicyTest";
    private static final List<String> KEYS = List.of("apiVersion", "kind", "policies", "cluster", "now", "cases");
    private static final List<String> CASE_KEYS =
            List.of("name", "object", "namespace", "namespaceLabels", "user", "groups", "expect", "policy");

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Clock clock;

    /// `clock` tells when cases happen that do not say so.
    public TestReader(Clock clock) {
        this.clock = clock;
    }

    /// The cases of that file; empty where it is none of ours.
    public Optional<PolicyTest> read(Path file) {
        JsonNode document = document(file);
        if (!document.path("kind").asText().equals(KIND)) {
            return Optional.empty();
        }
        Fields fields = Fields.of(file, "it", document, KEYS);
        if (!fields.required("apiVersion").equals("multihoming.dev/v1alpha1")) {
            throw fields.bad("should have apiVersion: multihoming.dev/v1alpha1");
        }
        TestFiles files = new TestFiles(file);
        List<Case> cases = cases(fields, files);
        if (cases.isEmpty()) {
            throw fields.bad("has no cases");
        }
        return Optional.of(new PolicyTest(
                file,
                files.policies(fields.texts("policies")),
                files.cluster(fields.texts("cluster")),
                now(fields),
                cases));
    }

    private static JsonNode document(Path file) {
        try {
            String text = Files.readString(file);
            // The first of several documents tells; a file that is no YAML is no test.
            return text.contains(KIND) ? YAML.readTree(text) : YAML.missingNode();
        } catch (JsonProcessingException e) {
            throw new BadTest(file, "it cannot be read: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new BadTest(file, "it cannot be read.", e);
        }
    }

    private Instant now(Fields fields) {
        return fields.text("now")
                .map(text -> {
                    try {
                        return Instant.parse(text);
                    } catch (DateTimeException _) {
                        throw fields.bad("has a now that is no time such as 2026-06-01T00:00:00Z");
                    }
                })
                .orElseGet(clock::instant);
    }

    private static List<Case> cases(Fields fields, TestFiles files) {
        List<Case> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode each : fields.node("cases")) {
            Fields own = Fields.of(fields.file(), "case " + (cases.size() + 1), each, CASE_KEYS);
            Case read = read(own, files);
            if (!names.add(read.name())) {
                throw own.bad("has the name of another one");
            }
            cases.add(read);
        }
        return cases;
    }

    private static Case read(Fields fields, TestFiles files) {
        Manifest object = files.object(fields, fields.text("namespace").orElse("default"));
        return new Case(
                fields.required("name"),
                object,
                Requester.named(fields.text("user").orElse(""), fields.texts("groups")),
                fields.has("namespaceLabels") ? fields.labels("namespaceLabels") : null,
                Expectation.read(fields),
                fields.text("policy").orElse(null));
    }
}
