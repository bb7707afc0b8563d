package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Which other webhooks change or judge the same objects, and whether one of them writes the networks annotation.
final class OtherWebhooksCheck implements Check {
    private static final String SUBJECT = "other webhooks";
    private static final String NADS = "network-attachment-definitions";
    private static final String NETWORK_GROUP = "k8s.cni.cncf.io";

    /// By parts of their names, those that are known to write the networks annotation.
    private static final List<String> WRITERS = List.of("istio", "sidecar-injector", "spiderpool", "kubemacpool");

    @Override
    public List<Line> lines(Installation installation) {
        List<Line> lines = new ArrayList<>();
        List<String> podMutators = namesOf(installation.mutating(), "", "pods");
        changed(installation, podMutators).ifPresent(lines::add);
        if (!installation.mutating().hasOthers()) {
            lines.add(unseen(installation.mutating().reply()));
            return lines;
        }
        networkMutators(namesOf(installation.mutating(), NETWORK_GROUP, NADS)).ifPresent(lines::add);
        lines.add(mutators(podMutators, installation.mutating()));
        networkValidators(namesOf(installation.validating(), NETWORK_GROUP, NADS))
                .ifPresent(lines::add);
        return lines;
    }

    private static Line unseen(Reply list) {
        return list.isNotPermitted()
                ? Line.notPermitted(
                        SUBJECT,
                        "You may not list mutatingwebhookconfigurations.",
                        "Ask for the right to list them, to see who else changes pods and networks.")
                : Line.unreadable(SUBJECT, "The list of webhooks", list.refusal("webhooks"));
    }

    /// By a dry run, which shows it whatever its name is.
    private static Optional<Line> changed(Installation installation, List<String> podMutators) {
        Reply pod = installation
                .cluster()
                .dryRun("api/v1/namespaces/%s/pods".formatted(installation.namespace()), Probe.harmlessPod());
        return pod.isSuccess()
                ? Probe.changedNetworks(pod.body())
                        .map(now -> Line.warning(
                                SUBJECT,
                                "The networks of a new pod in namespace %s are changed from [] to %s."
                                        .formatted(installation.namespace(), now),
                                "One of these does it: %s. Policies must permit the networks that it adds: see"
                                                .formatted(podMutators.isEmpty() ? "not known" : listed(podMutators))
                                        + " allowedForeignReferences."))
                : Optional.empty();
    }

    private static Optional<Line> networkMutators(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.warning(
                        SUBJECT,
                        "They change NetworkAttachmentDefinitions too: %s.".formatted(listed(names)),
                        "Make sure that they do not undo the defaults that a policy adds (vlan, macspoofchk), or"
                                + " switch these off in the policy."));
    }

    private static Line mutators(List<String> names, Registered mutating) {
        if (names.isEmpty()) {
            return Line.ok(SUBJECT, "No other webhook changes pods.");
        }
        List<String> writers = names.stream()
                .filter(name -> WRITERS.stream().anyMatch(name::contains))
                .toList();
        boolean isReinvoked = mutating.webhooks()
                .allMatch(it -> it.path("reinvocationPolicy").asText().equals("IfNeeded"));
        String fact = "They change pods too: %s.%s"
                .formatted(
                        listed(names),
                        writers.isEmpty() ? "" : " Of these, %s can write the networks.".formatted(listed(writers)));
        return isReinvoked || !mutating.isPresent()
                ? new Line(SUBJECT, Grade.OK, fact + " Pods are judged after all of them.", "")
                : Line.warning(
                        SUBJECT,
                        fact,
                        "Set reinvocationPolicy: IfNeeded in our registration (bin/register): what they write later is"
                                + " not repaired.");
    }

    private static Optional<Line> networkValidators(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.ok(
                        SUBJECT,
                        "They judge NetworkAttachmentDefinitions too: %s. A network must satisfy all."
                                .formatted(listed(names))));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }

    /// Of other programs' webhooks, those that are called when such an object is made.
    private static List<String> namesOf(Registered registered, String group, String plural) {
        return registered.others().stream()
                .flatMap(configuration -> elements(configuration.path("webhooks")))
                .filter(webhook -> elements(webhook.path("rules")).anyMatch(rule -> matches(rule, group, plural)))
                .map(webhook -> webhook.path("name").asText())
                .distinct()
                .toList();
    }

    private static boolean matches(JsonNode rule, String group, String plural) {
        return has(rule.path("apiGroups"), group)
                && has(rule.path("resources"), plural)
                && has(rule.path("operations"), "CREATE");
    }

    private static boolean has(JsonNode values, String value) {
        return elements(values)
                .map(JsonNode::asText)
                .anyMatch(it -> it.equals("*") || it.equals("*/*") || it.equals(value));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
