package dev.multihoming.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Our words held beside the node's deeds.
sealed interface Judgement {
    /// They agree.
    record Agreed() implements Judgement {}

    /// This machine cannot tell.
    record Pinned(Obstacle obstacle) implements Judgement {}

    /// They differ; the sentence says how.
    record Different(String sentence) implements Judgement {}

    /// What Multus says of a pod that cannot start for what its own annotations say.
    List<NodeTruth> OF_EXPLAIN = List.of(
            NodeTruth.of("MH101"),
            NodeTruth.of("MH107"),
            NodeTruth.of("MH108"),
            new NodeTruth(
                    NodeTruth.Kind.REFUSED, Pattern.compile("pod annotation does not have|panic: runtime error")));

    /// `obstacles` are those of this machine.
    static Judgement of(NodeCase one, Set<Obstacle> obstacles) {
        if (!one.isStored()) {
            String answer = one.request().body();
            return isToBeDenied(one, answer) ? new Agreed() : new Different("the API server refuses it: " + answer);
        }
        NodeAnswer added = one.added();
        NodeAnswer deleted = one.deleted();
        if (added == null || deleted == null) {
            return one.explained().rows().isEmpty() ? new Agreed() : new Different("no CNI plugin is called for it");
        }
        Optional<String> difference = difference(one, added, deleted);
        if (difference.isEmpty()) {
            return new Agreed();
        }
        return obstacles.stream()
                .filter(obstacle -> !added.succeeded() && obstacle.explains(added.error()))
                .findFirst()
                .<Judgement>map(Pinned::new)
                .orElseGet(() -> new Different(difference.get()));
    }

    private static Optional<String> difference(NodeCase one, NodeAnswer added, NodeAnswer deleted) {
        List<NodeTruth> refusals = refusals(one);
        if (!refusals.isEmpty()) {
            return refusals.stream()
                            .anyMatch(truth ->
                                    truth.error().matcher(added.error()).find())
                    ? Optional.empty()
                    : Optional.of("expected to fail with one of %s; the node %s".formatted(refusals, said(added)));
        }
        if (isWithoutInterface(one)) {
            return added.succeeded() && added.interfaces().equals(List.of("eth0"))
                    ? Optional.empty()
                    : Optional.of("expected eth0 alone; the node " + said(added));
        }
        if (!added.succeeded() || !added.interfaces().equals(one.explained().names())) {
            return Optional.of("expected the interfaces %s; the node %s"
                    .formatted(one.explained().names(), said(added)));
        }
        return deleted.succeeded() && deleted.interfaces().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "expected to be detached; DEL leaves %s: %s".formatted(deleted.interfaces(), deleted.error()));
    }

    /// Why it must not start, by rules and by what `explain` says; empty where it must.
    private static List<NodeTruth> refusals(NodeCase one) {
        NodeTruth exception = NodeTruth.ofFixtures().get(one.fixture().toString());
        if (exception != null) {
            return exception.refuses() ? List.of(exception) : List.of();
        }
        List<NodeTruth> refusals = new ArrayList<>(one.codes().stream()
                .map(NodeTruth::of)
                .filter(NodeTruth::refuses)
                .toList());
        if (one.explained().remarks().stream().anyMatch(remark -> remark.contains("the pod does not start"))) {
            refusals.addAll(OF_EXPLAIN);
        }
        return refusals;
    }

    /// Whether the table says that the webhook denies the pod itself.
    private static boolean isToBeDenied(NodeCase one, String answer) {
        return Optional.ofNullable(NodeTruth.ofFixtures().get(one.fixture().toString()))
                .filter(NodeTruth::refuses)
                .filter(truth -> truth.error().matcher(answer).find())
                .isPresent();
    }

    private static boolean isWithoutInterface(NodeCase one) {
        return Optional.ofNullable(NodeTruth.ofFixtures().get(one.fixture().toString()))
                .filter(NodeTruth::isWithoutInterface)
                .isPresent();
    }

    private static String said(NodeAnswer added) {
        return added.succeeded() ? "makes " + added.interfaces() : "fails: " + added.error();
    }
}
