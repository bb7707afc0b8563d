package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.GoSpace;
import dev.multihoming.core.multus.IpSubnet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An entry of a list of subnets, as OVN-Kubernetes reads it (node-behavior.md#ovn-k8s-cni-overlay).
///
/// @param text without the space around it
/// @param subnet empty where the entry is none
/// @param ofNode the prefix length of each node's part; empty where none is written
record OvnSubnet(String text, Optional<IpSubnet> subnet, Optional<Long> ofNode) {
    private static final Pattern COMMA = Pattern.compile(",");

    /// What Go's `strconv.Atoi` takes, as far as it is worth to know.
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

    /// The entries under that key; none where there is nothing but white space.
    static List<OvnSubnet> list(JsonObject network, String key) {
        String text = GoFields.text(network, key);
        return GoSpace.trim(text).isEmpty()
                ? List.of()
                : Stream.of(COMMA.split(text, -1))
                        .map(GoSpace::trim)
                        .map(OvnSubnet::parse)
                        .toList();
    }

    private static OvnSubnet parse(String text) {
        String[] parts = text.split("/", 4);
        boolean hasNodes = parts.length == 3;
        if (parts.length < 2
                || parts.length > 3
                || (hasNodes && !NUMBER.matcher(parts[2]).matches())) {
            return new OvnSubnet(text, Optional.empty(), Optional.empty());
        }
        return new OvnSubnet(
                text,
                IpSubnet.parse(parts[0] + "/" + parts[1]),
                hasNodes ? Optional.of(Long.valueOf(parts[2])) : Optional.empty());
    }

    /// Whether it cannot be read where that is what may stand there.
    boolean isUnreadable(boolean mayNameNodes) {
        return subnet.isEmpty() || (ofNode.isPresent() && !mayNameNodes);
    }

    /// The prefix length of the part that each node would get, and cannot get; empty where it can, and of an
    /// IPv4 subnet that is written as IPv6.
    Optional<Long> impossiblePart() {
        return subnet.filter(network -> !network.isMixed()).flatMap(network -> {
            boolean ipv6 = network.width() == 128;
            long part = ofNode.orElse(ipv6 ? 64L : 24L);
            boolean isPossible = part > network.prefix() && (ipv6 ? part == 64 : part <= 32);
            return isPossible ? Optional.empty() : Optional.of(part);
        });
    }
}
