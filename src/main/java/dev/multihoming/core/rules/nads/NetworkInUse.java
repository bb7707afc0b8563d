package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.Operation;
import java.util.List;
import java.util.stream.Collectors;

/// Looks at the pods of that moment; no list of pods is kept. What cannot be seen in time is not told.
@RuleCard(
        code = "MH227",
        name = "network-in-use",
        summary = "A network is deleted or changed while pods are attached to it.",
        requirement = "a network should stay as it is while pods use it",
        why = """
                Running pods keep their interfaces. But a pod that is created again, after a node failure, an \
                eviction or a rollout, stays in ContainerCreating because the network is gone, or gets another \
                network of the same name and cannot reach its peers.

                The message names pods of the network's own namespace. If pods of other namespaces may select the \
                network, it gives only their number.""",
        remedy = """
                Move the pods to another network first, or create a new network with a new name. If the network is \
                no longer needed, delete the pods first.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class NetworkInUse implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        boolean wasThere = nad.operation() == Operation.UPDATE || nad.operation() == Operation.DELETE;
        if (!wasThere || context.phase() == Phase.MUTATE || isByOwner(context)) {
            return List.of();
        }
        NadRef ref = new NadRef(nad.namespace(), nad.displayName());
        NetworkUsers users =
                context.cluster().users(ref, context.settings().references().allow(ref));
        return users.count() == 0 ? List.of() : List.of(observe(nad, users));
    }

    private static boolean isByOwner(Context context) {
        return context.ownsNetworks();
    }

    private static Violation observe(Nad nad, NetworkUsers users) {
        boolean deleted = nad.operation() == Operation.DELETE;
        return new Violation(
                Location.of(deleted ? "metadata.name" : ParsedConfig.FIELD),
                "%s%d %s attached to this network%s"
                        .formatted(
                                users.complete() ? "" : "at least ",
                                users.count(),
                                users.count() == 1 ? "pod is" : "pods are",
                                named(users)),
                deleted
                        ? "Created anew, they will not start without it"
                        : "They keep what they have until they are created anew");
    }

    /// Pods of other namespaces are counted and not named.
    private static String named(NetworkUsers users) {
        int own = users.count() - users.elsewhere();
        if (own == 0) {
            return ", in other namespaces";
        }
        String names = users.first().stream().map(Quoted::of).collect(Collectors.joining(", "));
        int more = own - users.first().size();
        return ": " + names
                + (more > 0 ? " and " + more + " more" : "")
                + (users.elsewhere() > 0 ? ", and " + users.elsewhere() + " in other namespaces" : "");
    }
}
