package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.policytest.BadTest;
import dev.multihoming.cli.policytest.CaseResult;
import dev.multihoming.cli.policytest.TestDiscovery;
import dev.multihoming.cli.policytest.TestRun;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.review.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A new folder with the cases of a diff, its policies, and the networks and namespaces beside them.
///
/// @param onFailure learns of a rule that threw, which is a defect
public record PolicyTestFolder(Path folder, Clock clock, BiConsumer<Card, RuntimeException> onFailure) {
    private static final String TEST = "policy-diff.test.yaml";
    private static final String POLICIES = "policies.yaml";
    private static final String CLUSTER = "cluster.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    /// How many cases were written, and how many were left out.
    ///
    /// @param leftOut what they come to depends on objects that were not read
    public record Written(int cases, int leftOut) {}

    /// Refuses a folder in which something is: cases that were edited are not overwritten.
    ///
    /// @throws CannotRun where it is not empty, or cannot be made
    public void create() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new CannotRun("The folder " + folder + " is not empty; name a new one for the tests.");
                }
            }
        } catch (IOException e) {
            throw new CannotRun("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /// Writes the cases that come out, when they are run, as the diff says.
    public Written write(PolicyTestCases collected, PolicyObjects policies) {
        List<ObjectNode> cases = collected.cases();
        if (cases.isEmpty()) {
            return new Written(0, 0);
        }
        documents(POLICIES, policies.all().stream().map(TestObject::of).toList());
        documents(CLUSTER, collected.cluster());
        test(collected, policies, cases);
        Set<String> passing = passing();
        List<ObjectNode> kept = cases.stream()
                .filter(testCase -> passing.contains(testCase.path("name").asText()))
                .toList();
        test(collected, policies, kept);
        return new Written(kept.size(), cases.size() - kept.size());
    }

    private Set<String> passing() {
        try {
            return TestDiscovery.in(folder, clock).stream()
                    .flatMap(test -> TestRun.of(test, onFailure).stream())
                    .filter(CaseResult::isAsExpected)
                    .map(result -> result.asked().name())
                    .collect(Collectors.toSet());
        } catch (BadTest e) {
            throw new CannotRun("The tests cannot be read back: " + e.getMessage(), e);
        }
    }

    /// Without cases there is no test: one without any is an error.
    private void test(PolicyTestCases collected, PolicyObjects policies, List<ObjectNode> cases) {
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        test.put("apiVersion", MultiHomingPolicy.GROUP + "/" + MultiHomingPolicy.VERSION);
        test.put("kind", "PolicyTest");
        if (!policies.isEmpty()) {
            test.putArray("policies").add(POLICIES);
        }
        if (!collected.cluster().isEmpty()) {
            test.putArray("cluster").add(CLUSTER);
        }
        test.put("now", clock.instant().toString());
        test.putArray("cases").addAll(cases);
        documents(TEST, cases.isEmpty() ? List.of() : List.of(test));
    }

    private void documents(String file, List<? extends JsonNode> documents) {
        try {
            Path path = folder.resolve(file);
            if (documents.isEmpty()) {
                Files.deleteIfExists(path);
            } else {
                Files.writeString(
                        path, documents.stream().map(PolicyTestFolder::yaml).collect(Collectors.joining("---\n")));
            }
        } catch (IOException e) {
            throw new CannotRun("The tests cannot be written: " + e.getMessage(), e);
        }
    }

    private static String yaml(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every object can be written", e);
        }
    }
}
