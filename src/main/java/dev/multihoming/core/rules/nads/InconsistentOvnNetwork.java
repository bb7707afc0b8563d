package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#ovn-k8s-cni-overlay. Without a topology it is a NAD of the cluster's default network,
/// and none of this holds.
@RuleCard(
        code = "MH223",
        name = "inconsistent-ovn-network",
        summary = "An OVN-Kubernetes network does not agree with the NAD that describes it, or with its own topology.",
        requirement = "OVN-Kubernetes refuses a network that contradicts its NAD or its topology",
        why = """
                OVN-Kubernetes reads the NAD itself. It requires that `netAttachDefName` is the NAD's namespace \
                and name, that `name` is not the name of its default network, and that there is no `ipam`: it \
                assigns the addresses itself. Some options are limited to a topology: `allowPersistentIPs` is not \
                for layer3, `joinSubnet` and the role `primary` are not for localnet, `defaultGatewayIPs`, \
                `reservedSubnets` and `infrastructureSubnets` are for layer2 only. Lists of subnets contain \
                subnets separated by commas: a subnet of layer3 is larger than the part of a node, excluded and reserved \
                subnets are parts of `subnets`, and subnets do not overlap. Otherwise it ignores the network, and pods that select it stay in \
                ContainerCreating.""",
        remedy = "Correct what the message names.",
        since = "0.1.0")
public final class InconsistentOvnNetwork implements Rule<Nad> {
    private static final Set<String> RESERVED = Set.of("default", "ovn-kubernetes");

    /// All but what the NAD around the config says.
    private static final ConfigRule OF_CONFIG = config -> OvnNetwork.in(config)
            .flatMap(plugin -> Stream.of(
                            name(config),
                            ipam(config, plugin),
                            OvnTopology.misfits(config, plugin),
                            OvnSubnets.faults(config, plugin))
                    .flatMap(violations -> violations))
            .toList();

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> Stream.concat(
                        OvnNetwork.in(config).flatMap(plugin -> reference(nad, config, plugin)),
                        config.violationsOf(OF_CONFIG).stream()))
                .toList();
    }

    private static Stream<Violation> reference(Nad nad, ParsedConfig config, CniConfig.Plugin plugin) {
        // A name that the API server has yet to make cannot be compared.
        String expected = nad.namespace() + "/" + nad.displayName();
        String written = GoFields.text(plugin.object(), "netAttachDefName");
        boolean agrees = written.equals(expected)
                || (nad.displayName().endsWith("*") && written.startsWith(nad.namespace() + "/"));
        return agrees
                ? Stream.empty()
                : Stream.of(new Violation(
                        config.location(plugin.path(), plugin.object().start()),
                        written.isEmpty()
                                ? "\"netAttachDefName\" is not set"
                                : "\"netAttachDefName\" is %s, and this NAD is %s"
                                        .formatted(Quoted.of(written), Quoted.of(expected)),
                        "Write \"netAttachDefName\": " + Quoted.of(expected)));
    }

    private static Stream<Violation> name(ParsedConfig config) {
        String name = GoFields.text(config.document(), "name");
        if (!name.isEmpty() && !RESERVED.contains(name)) {
            return Stream.empty();
        }
        return Stream.of(new Violation(
                config.location(JsonPath.ROOT, config.document().start()),
                name.isEmpty()
                        ? "the network has no \"name\""
                        : "the network's name is " + Quoted.of(name) + ", which is the default network's",
                "Write a \"name\" of its own"));
    }

    /// Newer releases let a localnet network have DHCP.
    private static Stream<Violation> ipam(ParsedConfig config, CniConfig.Plugin plugin) {
        String type = GoFields.object(plugin.object(), "ipam")
                .map(ipam -> GoFields.text(ipam, "type"))
                .orElse("");
        if (type.isEmpty() || (isServer(type) && OvnTopology.of(plugin).equals("localnet"))) {
            return Stream.empty();
        }
        return GoFields.set(plugin.object(), "ipam").stream()
                .map(member -> new Violation(
                        config.location(plugin.path(), member),
                        "it has an \"ipam\", and OVN-Kubernetes gives the addresses itself",
                        "Remove \"ipam\", and write \"subnets\" where the network has some"));
    }

    private static boolean isServer(String ipam) {
        return KnownPlugins.ipam(ipam)
                .filter(known -> known.addresses() instanceof AddressModel.Server)
                .isPresent();
    }
}
