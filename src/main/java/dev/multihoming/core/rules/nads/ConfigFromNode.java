package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.Operation;
import java.util.List;

/// See node-behavior.md#empty-config. Istio's NAD is one of these, so it is never denied.
@RuleCard(
        code = "MH222",
        name = "config-from-node",
        summary = "A network has no config: it uses each node's file of that name.",
        requirement = "a network's config should stand where people can read it",
        why = """
                Without `spec.config` Multus looks on each node for a CNI file whose `name` is the network's. The \
                webhook cannot see which plugins run, or whether all nodes have the same file. On a node without \
                such a file, the pod stays in ContainerCreating. Service meshes are installed this way on purpose.""",
        remedy = "Write the config into `spec.config`, or leave it if the platform team put the file on every node.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class ConfigFromNode implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        boolean judged = nad.operation() != Operation.DELETE && nad.configText() == null && !context.ownsNetworks();
        return judged
                ? List.of(new Violation(
                        Location.of(ParsedConfig.FIELD),
                        "it has no config: each node's own CNI file with the name %s is run, if there is one"
                                .formatted(Quoted.of(nad.displayName())),
                        "Write the config here to have the same everywhere"))
                : List.of();
    }
}
