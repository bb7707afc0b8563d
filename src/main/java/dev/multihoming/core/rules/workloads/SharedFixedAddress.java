package dev.multihoming.core.rules.workloads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.pods.FixedAddresses;
import dev.multihoming.core.subject.Workload;
import java.util.List;
import java.util.Optional;

/// See node-behavior.md#objects-in-combination. A policy may deny: two pods of one address are an outage, and nothing
/// on the node fails.
@RuleCard(
        code = "MH403",
        name = "shared-fixed-address",
        summary = "A workload creates several pods with the same fixed IP or MAC address.",
        requirement = "a fixed address is for one pod at a time",
        why = """
                Each pod of a template gets the same annotation. An address in `ips` or `mac`, also in those of `cni-args`, \
                a `mac` in the config of a network, and an address of its IPAM plugin static are then on the network several times: with replicas, \
                parallel Jobs, a DaemonSet, and temporarily with the new pod of a rolling update. Nothing fails on \
                the node, and peers reach one pod or the other.""",
        remedy = """
                Use a network with a pool, such as one with whereabouts, and remove `ips` and `mac`. For a \
                workload with one pod, set the strategy `Recreate` (or `maxSurge: 0`). For pods with different \
                fixed addresses, create one workload for each.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class SharedFixedAddress implements Rule<Workload> {
    @Override
    public List<Violation> find(Workload workload, Context context) {
        Optional<String> copies = copies(workload);
        return copies.isEmpty()
                ? List.of()
                : FixedAddresses.of(workload.pod(), context).stream()
                        .map(fixed -> new Violation(
                                fixed.location().within(workload.path()),
                                "%s, and %s: they have the same address (a duplicate)"
                                        .formatted(fixed.words(), copies.get()),
                                "Use a network with a pool of addresses (IPAM plugin whereabouts), and fix none"))
                        .toList();
    }

    /// How several pods come about; empty where one runs at a time, or where that is not known.
    private static Optional<String> copies(Workload workload) {
        String kind = workload.kind();
        long number = workload.copies().written().orElse(1);
        return switch (kind) {
            case "DaemonSet" -> Optional.of("a DaemonSet makes a pod on each node");
            case "PodTemplate" -> Optional.empty();
            case "Deployment", "DeploymentConfig" ->
                number == 1 && workload.copies().surges()
                        ? Optional.of("a rolling update starts the new pod before the old one ends")
                        : several(kind, number);
            default -> several(kind, number);
        };
    }

    private static Optional<String> several(String kind, long number) {
        return number > 1 ? Optional.of("the %s makes %d pods".formatted(kind, number)) : Optional.empty();
    }
}
