package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.policy.LabelRequirement;
import dev.multihoming.core.policy.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A label selector in a manifest. An empty one selects everything, as Kubernetes defines it.
final class NamespaceSelector {
    private final List<LabelRequirement> requirements = new ArrayList<>();

    NamespaceSelector(JsonNode selector) {
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            requirements.add(new LabelRequirement(
                    label.getKey(), Operator.IN, Set.of(label.getValue().asText())));
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            Set<String> values = new HashSet<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            Operator.of(expression.path("operator").asText())
                    .ifPresent(operator -> requirements.add(
                            new LabelRequirement(expression.path("key").asText(), operator, values)));
        }
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.fits(labels));
    }
}
