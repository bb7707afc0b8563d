package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.policytest.ObjectOutcome;
import dev.multihoming.core.admission.InferredRequester;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects cases for `multihoming test` that expect what the proposed policies do. Objects of one owner that come to
/// the same are one case.
public final class PolicyTestCases {
    private final Set<Repetition> seen = new HashSet<>();
    private final Map<String, ObjectNode> byName = new LinkedHashMap<>();
    private final List<ObjectNode> cluster = new ArrayList<>();

    private record Repetition(ObjectRef owner, String kind, ObjectOutcome outcome) {}

    /// Keeps networks and namespaces, among which the cases happen.
    void learn(Manifest manifest) {
        boolean isNamespace =
                manifest.kind().equals("Namespace") && manifest.apiVersion().equals("v1");
        if (isNamespace || ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind())) {
            cluster.add(TestObject.of(manifest));
        }
    }

    void add(Manifest manifest, ObjectDiff diff, PolicyVerdict after) {
        if (seen.add(new Repetition(diff.owner(), manifest.kind(), after.answer()))) {
            String name = diff.change().word() + ": " + manifest.title();
            byName.putIfAbsent(name, testCase(name, manifest, after));
        }
    }

    private static ObjectNode testCase(String name, Manifest manifest, PolicyVerdict after) {
        ObjectNode testCase = JsonNodeFactory.instance.objectNode().put("name", name);
        if (!manifest.namespace().isEmpty()) {
            testCase.put("namespace", manifest.namespace());
        }
        String user = InferredRequester.of(manifest.object(), Settings.DEFAULTS).username();
        if (!user.isEmpty()) {
            testCase.put("user", user);
        }
        testCase.put("policy", after.policy());
        expect(testCase, after.answer());
        testCase.set("object", TestObject.of(manifest));
        return testCase;
    }

    private static void expect(ObjectNode testCase, ObjectOutcome outcome) {
        if (outcome.codes().isEmpty()) {
            testCase.put("expect", "allowed");
            return;
        }
        ObjectNode expected = testCase.putObject("expect");
        outcome.codes().forEach((effect, codes) -> {
            ArrayNode list = expected.putArray(effect.word());
            codes.forEach(list::add);
        });
    }

    /// Networks and namespaces.
    List<ObjectNode> cluster() {
        return cluster;
    }

    /// In the order in which they were found.
    List<ObjectNode> cases() {
        return List.copyOf(byName.values());
    }
}
