package dev.multihoming.core.diagnosis;

import dev.multihoming.core.diagnosis.ComparedInterface.State;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What keeps the networks of a pod from working, as far as the cluster tells.
///
/// @param interfaces predicted and reported
/// @param failures each cause once, with the newest event that tells of it, the newest first
/// @param others reasons of warnings that are not about networks
/// @param advice sentences about what was seen; empty where the failures tell it all
public record PodDiagnosis(
        List<ComparedInterface> interfaces, List<Failure> failures, Set<String> others, List<String> advice) {
    private static final String WITHOUT_EVENT =
            "Multus has not reported the pod's interfaces, and no event tells why. Events are kept for an hour: look at the"
                    + " log of kubelet on the node, or delete the pod to see them again.";

    /// What a node reported.
    ///
    /// @param error empty where the message is not known
    public record Failure(PodEvent event, Optional<NodeError> error) {}

    public PodDiagnosis {
        interfaces = List.copyOf(interfaces);
        failures = List.copyOf(failures);
        others = Set.copyOf(others);
        advice = List.copyOf(advice);
    }

    /// `phase` as in the pod's status; `events` in any order.
    public static PodDiagnosis of(
            String phase, List<ComparedInterface> interfaces, boolean isReported, List<PodEvent> events) {
        List<Failure> failures = failures(events);
        Set<String> others = new TreeSet<>();
        events.stream().filter(event -> !event.canBeAboutNetworks()).forEach(event -> others.add(event.reason()));
        return new PodDiagnosis(interfaces, failures, others, advice(phase, interfaces, isReported, failures));
    }

    /// Whether every failure has a known cause.
    public boolean isKnown() {
        return failures.stream().allMatch(failure -> failure.error().isPresent());
    }

    private static List<Failure> failures(List<PodEvent> events) {
        // Each try has another sandbox in its message, and one cause.
        Map<Object, Failure> byCause = new LinkedHashMap<>();
        events.stream()
                .filter(PodEvent::canBeAboutNetworks)
                .sorted(Comparator.comparing(PodEvent::time).reversed())
                .forEach(event -> {
                    Optional<NodeError> error = NodeErrors.in(event.message());
                    // A node that has not enough processors is not our matter.
                    if (error.isPresent() || !event.reason().equals("FailedScheduling")) {
                        byCause.putIfAbsent(
                                error.<Object>map(NodeError::cause).orElse(event.reason()), new Failure(event, error));
                    }
                });
        return List.copyOf(byCause.values());
    }

    /// None for a pod in the network of its node: it has no interfaces of its own.
    private static List<String> advice(
            String phase, List<ComparedInterface> interfaces, boolean isReported, List<Failure> failures) {
        if (interfaces.isEmpty()) {
            return List.of();
        }
        if (isReported && interfaces.stream().anyMatch(it -> it.state() != State.AS_PREDICTED)) {
            return List.of(
                    "The pod's interfaces are not those that its annotation asks for now. Multus attaches networks only"
                            + " while a pod starts: delete the pod, so that it is created anew, or take the change back.");
        }
        if (!failures.isEmpty()) {
            return List.of();
        }
        if (isReported) {
            return List.of("Multus reports every interface that the pod is to have.");
        }
        return List.of(phase.equals("Running") ? unreported(interfaces.size() > 1) : WITHOUT_EVENT);
    }

    private static String unreported(boolean asksForNetworks) {
        return asksForNetworks
                ? "The pod runs, and Multus reports nothing of it: it is not the CNI plugin of the node, or it may not"
                        + " write the pod's status."
                : "The pod runs, and asks for no additional network.";
    }
}
