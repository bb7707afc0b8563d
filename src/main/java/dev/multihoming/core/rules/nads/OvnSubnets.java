package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.GoCidr;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lists of subnets that OVN-Kubernetes splits at commas and reads itself (node-behavior.md#ovn-k8s-cni-overlay).
final class OvnSubnets {
    private static final List<String> KEYS =
            List.of("subnets", "excludeSubnets", "reservedSubnets", "infrastructureSubnets");

    /// A subnet of layer 3 is followed by the prefix length of each node's part.
    private static final Pattern OF_NODES = Pattern.compile("(/[0-9]+)/[0-9]+$");

    private OvnSubnets() {}

    /// The entries that OVN-Kubernetes does not take for a subnet.
    static Stream<Violation> unreadable(ParsedConfig config, CniConfig.Plugin plugin) {
        return KEYS.stream()
                .flatMap(key -> Stream.of(GoFields.text(plugin.object(), key).split(",", -1))
                        .map(String::strip)
                        .filter(_ -> !GoFields.text(plugin.object(), key).isEmpty())
                        .filter(subnet ->
                                !GoCidr.parses(OF_NODES.matcher(subnet).replaceFirst("$1")))
                        .flatMap(subnet -> observe(config, plugin, key, subnet)));
    }

    private static Stream<Violation> observe(ParsedConfig config, CniConfig.Plugin plugin, String key, String subnet) {
        return GoFields.set(plugin.object(), key).stream()
                .map(
                        member -> new Violation(
                                config.location(plugin.path(), member),
                                subnet.isEmpty()
                                        ? "%s has an empty entry".formatted(Quoted.of(key))
                                        : "%s has %s, which is no subnet".formatted(Quoted.of(key), Quoted.of(subnet)),
                                "Write subnets with their prefix lengths, with commas between, such as \"10.1.2.0/24,fd00:1::/64\""));
    }
}
