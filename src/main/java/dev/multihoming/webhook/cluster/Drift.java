package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a registered webhook configuration has other than the shipped one. What the API server adds of its own
/// accord is no difference.
final class Drift {
    private static final Map<DriftAspect, List<String>> FIELDS = Map.of(
            DriftAspect.RULES, List.of("rules"),
            DriftAspect.SELECTORS, List.of("namespaceSelector", "objectSelector"),
            DriftAspect.CONDITIONS, List.of("matchConditions"),
            DriftAspect.FAILURE_POLICY, List.of("failurePolicy"),
            DriftAspect.REST,
                    List.of(
                            "matchPolicy",
                            "reinvocationPolicy",
                            "sideEffects",
                            "timeoutSeconds",
                            "admissionReviewVersions"));

    /// What the openshift overlay adds to the shipped conditions. Anything else in its place is drift.
    static final JsonNode PLATFORM_LEFT_OUT = JsonNodeFactory.instance
            .objectNode()
            .put("name", "not-of-the-platform")
            .put("expression", "!(request.namespace == 'openshift' || request.namespace.startsWith('openshift-'))");

    private Drift() {}

    /// `registered` is a missing node where there is none; `served` is the chain of our certificate, empty
    /// before there is one.
    static Set<DriftAspect> between(JsonNode shipped, JsonNode registered, List<X509Certificate> served) {
        Map<String, JsonNode> theirs = byName(registered);
        Set<DriftAspect> drift = EnumSet.noneOf(DriftAspect.class);
        byName(shipped).forEach((name, ours) -> {
            JsonNode their = theirs.remove(name);
            if (their == null) {
                drift.add(DriftAspect.ABSENCE);
            } else {
                compare(ours, their, drift);
                if (!isTrusted(their, served)) {
                    drift.add(DriftAspect.CA_BUNDLE);
                }
            }
        });
        if (!theirs.isEmpty()) {
            drift.add(DriftAspect.ABSENCE);
        }
        return drift;
    }

    private static void compare(JsonNode ours, JsonNode theirs, Set<DriftAspect> drift) {
        FIELDS.forEach((aspect, fields) -> {
            if (fields.stream().anyMatch(field -> !isSame(ours.path(field), withoutPlatform(theirs.path(field))))) {
                drift.add(aspect);
            }
        });
        if (!isSame(ours.at("/clientConfig/service"), theirs.at("/clientConfig/service"))) {
            drift.add(DriftAspect.CLIENT);
        }
    }

    private static boolean isTrusted(JsonNode webhook, List<X509Certificate> served) {
        String bundle = webhook.at("/clientConfig/caBundle").asText();
        return !bundle.isEmpty()
                && (served.isEmpty() || WebhookTrust.read(bundle).verify(served));
    }

    private static JsonNode withoutPlatform(JsonNode field) {
        if (!(field instanceof ArrayNode conditions)) {
            return field;
        }
        ArrayNode others = conditions.deepCopy();
        others.removeIf(PLATFORM_LEFT_OUT::equals);
        return others;
    }

    /// A field that we leave out comes back as an empty one.
    private static boolean isSame(JsonNode ours, JsonNode theirs) {
        return ours.equals(theirs)
                || (ours.isEmpty() && theirs.isEmpty() && !ours.isValueNode() && !theirs.isValueNode());
    }

    private static Map<String, JsonNode> byName(JsonNode configuration) {
        Map<String, JsonNode> webhooks = new HashMap<>();
        configuration
                .path("webhooks")
                .forEach(it -> webhooks.put(it.path("name").asText(), it));
        return webhooks;
    }
}
