package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which policies and exemptions are in force, by the status that the webhook writes.
final class PolicyCheck implements Check {
    private static final String POLICIES = "policies";
    private static final String EXEMPTIONS = "exemptions";
    private static final String API = "apis/multihoming.dev/v1alpha1/";
    private static final int NAMED = 10;

    @Override
    public List<Line> lines(Installation installation) {
        if (!installation.groups().contains("multihoming.dev")) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        ResourceReading policies = ResourceReading.of(installation.cluster(), API + "multihomingpolicies");
        lines.addAll(policies.isComplete() ? policies(policies.objects()) : List.of(refused(POLICIES, policies)));
        ResourceReading exemptions = ResourceReading.of(installation.cluster(), API + "multihomingexemptions");
        lines.addAll(
                exemptions.isComplete() ? exemptions(exemptions.objects()) : List.of(refused(EXEMPTIONS, exemptions)));
        return lines;
    }

    private static Line refused(String subject, ResourceReading reading) {
        return reading.first().isNotPermitted()
                ? Line.notPermitted(
                        subject,
                        "You may not list multihoming%s.".formatted(subject),
                        "The ClusterRoles view, edit and admin may, with the shipped permissions.")
                : Line.unreadable(subject, "The list", reading.first().refusal(subject));
    }

    private static List<Line> policies(List<JsonNode> policies) {
        if (policies.isEmpty()) {
            return List.of(Line.ok(POLICIES, "None. The built-in policy \"strict\" applies in all namespaces."));
        }
        List<Line> lines = new ArrayList<>();
        List<String> inForce = new ArrayList<>();
        for (JsonNode policy : policies) {
            JsonNode condition = condition(policy, "InForce");
            switch (condition.path("status").asText()) {
                case "True" -> inForce.add(name(policy) + governed(policy));
                case "False" -> lines.add(notInForce(name(policy), condition));
                default -> lines.add(withoutStatus(name(policy)));
            }
        }
        if (!inForce.isEmpty()) {
            lines.addFirst(Line.ok(POLICIES, "In force: %s.".formatted(named(inForce))));
        }
        return lines;
    }

    private static Line notInForce(String name, JsonNode condition) {
        return Line.problem(
                POLICIES,
                "%s is not in force (%s): %s"
                        .formatted(
                                name,
                                condition.path("reason").asText(),
                                condition.path("message").asText()),
                "Correct it; until then \"strict\" applies with its own fields.");
    }

    private static Line withoutStatus(String name) {
        return Line.warning(
                POLICIES,
                "%s has no status: the webhook has not taken it up.".formatted(name),
                "Look at the webhook's log, and whether its service account may patch multihomingpolicies/status.");
    }

    private static String governed(JsonNode policy) {
        return " (%s namespaces)".formatted(policy.at("/status/namespaces").asText("0"));
    }

    private static List<Line> exemptions(List<JsonNode> exemptions) {
        List<Line> lines = new ArrayList<>();
        List<String> ended = inState(exemptions, "Ended");
        List<String> ending = inState(exemptions, "EndsSoon");
        if (!ended.isEmpty()) {
            lines.add(Line.warning(
                    EXEMPTIONS, "Ended: %s.".formatted(named(ended)), "Delete them, or make new ones with a new end."));
        }
        if (!ending.isEmpty()) {
            lines.add(Line.warning(
                    EXEMPTIONS,
                    "Will end within seven days: %s.".formatted(named(ending)),
                    "Correct what they exempt, or make new ones."));
        }
        return lines.isEmpty()
                ? List.of(Line.ok(EXEMPTIONS, "%d, none ends soon.".formatted(exemptions.size())))
                : lines;
    }

    private static List<String> inState(List<JsonNode> exemptions, String state) {
        return exemptions.stream()
                .filter(it -> it.at("/status/state").asText().equals(state))
                .map(PolicyCheck::name)
                .toList();
    }

    private static String named(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? shown : "%s and %d more".formatted(shown, names.size() - NAMED);
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static JsonNode condition(JsonNode object, String type) {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                found = Optional.of(condition);
            }
        }
        return found.orElse(MissingNode.getInstance());
    }
}
