package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.WebhookFields;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
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

    private Drift() {}

    /// `registered` is a missing node where there is none; `served` is the chain of our certificate, empty
    /// before there is one.
    static Set<DriftAspect> between(JsonNode shipped, JsonNode registered, List<X509Certificate> served, Instant now) {
        Map<String, JsonNode> theirs = WebhookFields.byName(registered);
        Set<DriftAspect> drift = EnumSet.noneOf(DriftAspect.class);
        WebhookFields.byName(shipped).forEach((name, ours) -> {
            JsonNode their = theirs.remove(name);
            if (their == null) {
                drift.add(DriftAspect.ABSENCE);
            } else {
                compare(ours, their, drift);
                if (!isTrusted(their, served, now)) {
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
            if (fields.stream().anyMatch(field -> !WebhookFields.isSame(field, ours, theirs))) {
                drift.add(aspect);
            }
        });
        if (!WebhookFields.isSame(ours.at("/clientConfig/service"), theirs.at("/clientConfig/service"))) {
            drift.add(DriftAspect.CLIENT);
        }
    }

    private static boolean isTrusted(JsonNode webhook, List<X509Certificate> served, Instant now) {
        String bundle = webhook.at("/clientConfig/caBundle").asText();
        return !bundle.isEmpty()
                && (served.isEmpty() || WebhookTrust.read(bundle).verify(served, now));
    }
}
