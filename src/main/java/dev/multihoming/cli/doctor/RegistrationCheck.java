package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.WebhookFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether the webhooks are registered, and as they are shipped: a webhook whose registration was changed hears
/// nothing of it.
final class RegistrationCheck implements Check {
    private static final List<String> FIELDS = List.of(
            "rules",
            "failurePolicy",
            "timeoutSeconds",
            "namespaceSelector",
            "objectSelector",
            "matchConditions",
            "matchPolicy",
            "reinvocationPolicy",
            "sideEffects",
            "admissionReviewVersions");

    private static final String REGISTER =
            "Register the webhooks: bin/register OVERLAY, or helm upgrade with registration.enabled=true.";
    private static final String RESTORE = "Register them again (bin/register OVERLAY), unless you changed them on"
            + " purpose: a changed condition, selector or failurePolicy lets objects pass unjudged.";

    /// Of bin/register, before it has seen an answer.
    private static final String PROBE_STAGE = "only-the-probe";

    @Override
    public List<Line> lines(Installation installation) {
        return List.of(line(installation.validating()), line(installation.mutating()));
    }

    private static Line line(Registered registered) {
        String subject = registered.kind().word() + " webhooks";
        if (registered.isAbsent()) {
            return Line.problem(subject, "None is registered: no request reaches multihoming-webhook.", REGISTER);
        }
        if (!registered.isPresent()) {
            return registered.reply().isNotPermitted()
                    ? Line.notPermitted(
                            subject,
                            "You may not read %swebhookconfigurations."
                                    .formatted(registered.kind().word()),
                            "Ask for the right to list them. The dry runs below work without it.")
                    : Line.unreadable(
                            subject, "The registration", registered.reply().refusal("it"));
        }
        return compared(subject, registered);
    }

    private static Line compared(String subject, Registered registered) {
        if (registered.own().toString().contains(PROBE_STAGE)) {
            return Line.problem(
                    subject, "Only the probe of bin/register reaches them: they are not in force.", REGISTER);
        }
        Map<String, JsonNode> shipped = new TreeMap<>(
                WebhookFields.byName(WebhookFields.shipped(registered.kind().word())));
        List<String> missing = shipped.keySet().stream()
                .filter(name -> !registered.hasWebhook(name))
                .toList();
        if (!missing.isEmpty()) {
            return Line.problem(subject, "Not registered: %s.".formatted(String.join(", ", missing)), REGISTER);
        }
        List<String> changes = changes(shipped, registered);
        if (changes.isEmpty()) {
            return Line.ok(
                    subject,
                    "%d registered, with failurePolicy, timeouts and conditions as shipped.".formatted(shipped.size()));
        }
        return Line.warning(
                subject,
                "They differ from what this version ships: %s.".formatted(String.join("; ", changes)),
                RESTORE);
    }

    private static List<String> changes(Map<String, JsonNode> shipped, Registered registered) {
        List<String> changes = new ArrayList<>();
        registered.webhooks().forEach(webhook -> {
            String name = webhook.path("name").asText();
            JsonNode ours = shipped.get(name);
            if (ours == null) {
                changes.add(name + " is not shipped");
                return;
            }
            FIELDS.stream()
                    .filter(field -> !WebhookFields.isSame(field, ours, webhook))
                    .forEach(field -> changes.add(name + " " + field + values(ours.path(field), webhook.path(field))));
        });
        return changes;
    }

    /// Of short values, what they are and should be.
    private static String values(JsonNode shipped, JsonNode registered) {
        return shipped.isValueNode() && registered.isValueNode()
                ? " %s (shipped: %s)".formatted(registered.asText(), shipped.asText())
                : "";
    }
}
