package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#ovn-k8s-cni-overlay. Whose network it is, is not told.
@RuleCard(
        code = "MH226",
        name = "foreign-ovn-network",
        summary =
                "An OVN-Kubernetes network has the name of another namespace's network, and is therefore the same network.",
        requirement = "a namespace must not join another one's network by its name",
        why = """
                OVN-Kubernetes identifies a network by the `name` in the config. Two NADs of two namespaces with \
                one name are one network: the pods of both reach each other. So are two names that differ only in \
                `-`, `/` and `.`: OVN-Kubernetes writes `.` for all of them in the names of its switches. Without \
                this rule, a user who can create NADs could join any network of the cluster.""",
        remedy = """
                Choose another `name`. That of a localnet is also its `physicalNetworkName`, unless the config has \
                one: write the name that the nodes use there, and the NADs of both namespaces use one physical \
                network. For a network that several namespaces should share, the platform team creates a \
                ClusterUserDefinedNetwork.""",
        since = "0.1.0")
public final class ForeignOvnNetwork implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        if (context.ownsNetworks()) {
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .filter(config -> OvnNetwork.in(config).findAny().isPresent())
                .flatMap(config -> GoFields.set(config.document(), "name").stream()
                        .filter(name -> isTaken(name, nad, context))
                        .map(name -> observe(config, name)))
                .toList();
    }

    private static boolean isTaken(JsonMember name, Nad nad, Context context) {
        return name.value() instanceof JsonString text
                && !text.value().isEmpty()
                && OvnOverlayPlugin.SPEC.types().stream()
                        .anyMatch(type -> context.cluster().isNetworkElsewhere(type, text.value(), nad.namespace()));
    }

    private static Violation observe(ParsedConfig config, JsonMember member) {
        String name = Quoted.of(GoFields.text(config.document(), "name"));
        return new Violation(
                config.location(JsonPath.ROOT, member),
                "the name %s is that of a network of another namespace".formatted(name),
                OvnNetwork.in(config).anyMatch(ForeignOvnNetwork::isReachedByName)
                        ? "Choose another \"name\", and write \"physicalNetworkName\": " + name
                        : "Choose another \"name\"");
    }

    /// The nodes know a localnet by its `name` where it says nothing else: under another one they would not
    /// find its bridge.
    private static boolean isReachedByName(CniConfig.Plugin plugin) {
        return OvnTopology.of(plugin).equals("localnet")
                && GoFields.text(plugin.object(), "physicalNetworkName").isEmpty();
    }
}
