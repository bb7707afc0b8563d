package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// Where the labels cannot be read, nothing is said. See node-behavior.md#ovn-kubernetes-primary-networks.
@RuleCard(
        code = "MH271",
        name = "unlabelled-primary-network",
        summary = "A primary network of OVN-Kubernetes is in a namespace without the label that makes its pods use it.",
        requirement = "a namespace needs the label k8s.ovn.org/primary-user-defined-network for a primary network",
        why = """
                OVN-Kubernetes gives a primary network only to the pods of namespaces with this label. Without it, \
                the pods stay on the cluster's network, without an event or an error, although their author \
                expects them to be isolated. The label can be set only when the namespace is created.""",
        remedy = """
                Create a namespace with the label `k8s.ovn.org/primary-user-defined-network: ""`, and the network in it. For an additional \
                network, write `"role": "secondary"`.""",
        since = "0.1.0")
public final class UnlabelledPrimaryNetwork implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        if (context.ownsNetworks()) {
            // OVN-Kubernetes tells the author of a UserDefinedNetwork itself.
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .filter(config -> config.plugins().stream().anyMatch(OvnOverlayPlugin::isPrimary))
                .filter(_ -> isUnlabelled(nad.namespace(), context))
                .map(config -> new Violation(
                        config.location(JsonPath.ROOT, config.document().start()),
                        "\"role\" is \"primary\", and namespace %s has no label %s: its pods stay on the cluster's network"
                                .formatted(Quoted.of(nad.namespace()), OvnOverlayPlugin.PRIMARY_LABEL),
                        "Create a namespace with the label %s: \"\", and this network in it"
                                .formatted(OvnOverlayPlugin.PRIMARY_LABEL)))
                .toList();
    }

    private static boolean isUnlabelled(String namespace, Context context) {
        return context.cluster()
                .namespaceLabels(namespace)
                .filter(labels -> !labels.containsKey(OvnOverlayPlugin.PRIMARY_LABEL))
                .isPresent();
    }
}
