package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.ReviewAttributes;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.OtherSettings;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.SubjectReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request about a pod of namespace tenant-a, and what our two webhooks make of it.
record PodRequest(
        Operation operation,
        NetworkAnnotations now,
        NetworkAnnotations before,
        boolean hostNetwork,
        String username,
        Settings settings,
        FakeCluster cluster) {
    static PodRequest create(@Nullable String networks) {
        return new PodRequest(
                Operation.CREATE,
                new NetworkAnnotations(networks, null),
                NetworkAnnotations.NONE,
                false,
                "developer",
                Settings.DEFAULTS,
                new FakeCluster()
                        .with("tenant-a", "a", "bridge")
                        .with("tenant-a", "b", "macvlan")
                        .with("tenant-a", "c", "bridge", "tuning")
                        .with("tenant-a", "bond", "bond"));
    }

    static PodRequest change(@Nullable String before, @Nullable String after) {
        PodRequest request = create(after);
        return new PodRequest(
                Operation.UPDATE,
                request.now,
                new NetworkAnnotations(before, null),
                false,
                request.username,
                request.settings,
                request.cluster);
    }

    static PodRequest bind(String networks) {
        PodRequest request = create(networks);
        return new PodRequest(
                Operation.BINDING,
                request.now,
                NetworkAnnotations.NONE,
                false,
                request.username,
                request.settings,
                request.cluster);
    }

    PodRequest onHostNetwork() {
        return new PodRequest(operation, now, before, true, username, settings, cluster);
    }

    PodRequest by(String user) {
        return new PodRequest(operation, now, before, hostNetwork, user, settings, cluster);
    }

    PodRequest in(FakeCluster other) {
        return new PodRequest(operation, now, before, hostNetwork, username, settings, other);
    }

    PodRequest withDefaultNetwork(@Nullable String old, @Nullable String value) {
        return new PodRequest(
                operation,
                new NetworkAnnotations(now.networks(), value),
                new NetworkAnnotations(before.networks(), old),
                hostNetwork,
                username,
                settings,
                cluster);
    }

    PodRequest whereTheClusterAdds(int networks) {
        return new PodRequest(
                operation,
                now,
                before,
                hostNetwork,
                username,
                OtherSettings.with(settings, "multus.interfaceOffset", networks),
                cluster);
    }

    Pod pod() {
        return (Pod) SubjectReader.pod("tenant-a", operation, fields(now), fields(before));
    }

    Context context(Phase phase) {
        return new Context(phase, new Requester(username), cluster, settings);
    }

    /// What the validating webhook finds.
    List<String> codes() {
        return codes(Phase.VALIDATE);
    }

    List<String> codes(Phase phase) {
        return findings(phase).stream().map(finding -> finding.card().code()).toList();
    }

    List<Finding> findings(Phase phase) {
        return engine().findings(pod(), context(phase));
    }

    boolean isAdmitted() {
        return EffectivePolicy.BUILT_IN
                .judge(findings(Phase.VALIDATE), ReviewAttributes.UNKNOWN)
                .allowed();
    }

    /// What the mutating webhook does.
    List<RuleMutation> mutations() {
        boolean allowed = EffectivePolicy.BUILT_IN
                .judge(findings(Phase.MUTATE), ReviewAttributes.UNKNOWN)
                .allowed();
        return allowed ? engine().mutations(pod(), context(Phase.MUTATE)) : List.of();
    }

    /// The annotation after the mutating webhook.
    @Nullable
    String repaired() {
        List<TextEdit> edits = mutations().stream()
                .map(mutation -> ((TextMutation) mutation.repair()).edit())
                .toList();
        return edits.isEmpty() || now.networks() == null ? now.networks() : TextEdit.apply(now.networks(), edits);
    }

    /// The same request with the annotation as the mutating webhook leaves it.
    PodRequest afterRepair() {
        return new PodRequest(
                operation,
                new NetworkAnnotations(repaired(), now.defaultNetwork()),
                before,
                hostNetwork,
                username,
                settings,
                cluster);
    }

    private ObjectFields fields(NetworkAnnotations annotations) {
        return new ObjectFields("web", "", annotations, hostNetwork, null);
    }

    private static RuleEngine engine() {
        return new RuleEngine(RuleBook.all(), (card, failure) -> {
            throw new AssertionError(card.code() + " failed", failure);
        });
    }
}
