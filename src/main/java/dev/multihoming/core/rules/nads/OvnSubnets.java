package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.GoCidr;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lists of subnets that OVN-Kubernetes splits at commas and reads itself (node-behavior.md#ovn-k8s-cni-overlay).
final class OvnSubnets {
    private static final List<String> KEYS =
            List.of("subnets", "excludeSubnets", "reservedSubnets", "infrastructureSubnets");

    /// A subnet of layer 3 is followed by the prefix length of each node's part.
    private static final Pattern OF_NODES = Pattern.compile("(/[0-9]+)/[0-9]+$");

    private static final Pattern COMMA = Pattern.compile(",");

    private OvnSubnets() {}

    /// The first entry of each list that OVN-Kubernetes does not take for a subnet.
    static Stream<Violation> unreadable(ParsedConfig config, CniConfig.Plugin plugin) {
        boolean ofNodes = OvnTopology.of(plugin).equals("layer3");
        return KEYS.stream()
                .flatMap(key -> GoFields.set(plugin.object(), key).stream()
                        .flatMap(member -> firstUnreadable(GoFields.text(plugin.object(), key), ofNodes).stream()
                                .map(subnet -> observe(config, plugin, member, subnet))));
    }

    private static Optional<String> firstUnreadable(String list, boolean ofNodes) {
        return list.isEmpty()
                ? Optional.empty()
                : COMMA.splitAsStream(list + " ")
                        .map(String::strip)
                        .filter(subnet -> !GoCidr.parses(
                                ofNodes ? OF_NODES.matcher(subnet).replaceFirst("$1") : subnet))
                        .findFirst();
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin plugin, JsonMember member, String subnet) {
        String key = Quoted.of(member.key());
        return new Violation(
                config.location(plugin.path(), member),
                subnet.isEmpty()
                        ? key + " has an empty entry"
                        : "%s has %s, which is no subnet".formatted(key, Quoted.of(subnet)),
                "Write subnets with their prefix lengths, with commas between, such as \"10.1.2.0/24,fd00:1::/64\"");
    }
}
