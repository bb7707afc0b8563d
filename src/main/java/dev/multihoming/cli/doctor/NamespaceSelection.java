package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/// Which namespaces a webhook's selector leaves out by name. Other labels are not looked at.
record NamespaceSelection(JsonNode expressions) {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    static NamespaceSelection of(JsonNode webhook) {
        return new NamespaceSelection(webhook.at("/namespaceSelector/matchExpressions"));
    }

    boolean includes(String namespace) {
        for (JsonNode expression : expressions) {
            if (expression.path("key").asText().equals(NAME_LABEL)
                    && expression.path("operator").asText().equals("NotIn")
                    && has(expression.path("values"), namespace)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(JsonNode values, String name) {
        for (JsonNode value : values) {
            if (value.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
