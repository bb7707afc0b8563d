package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.GoIp;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which families of addresses the pods of a network get, as far as its config says.
///
/// @param isKnown whether it says; a DHCP server or an IPAM plugin that is not known decides otherwise
public record AddressFamilies(boolean isKnown, boolean ipv4, boolean ipv6) {
    public static final AddressFamilies UNKNOWN = new AddressFamilies(false, false, false);

    /// IPAM plugins whose config holds all addresses, and the keys of their ranges and addresses.
    private static final Set<String> IPAM_TYPES = Set.of("host-local", "static");

    private static final Set<String> KEYS = Set.of("subnet", "address");

    /// Of the first plugin that has an IPAM plugin.
    public static AddressFamilies of(CniConfig config) {
        return config.plugins().stream()
                .map(plugin -> GoFields.object(plugin.object(), "ipam"))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(ipam -> IPAM_TYPES.contains(GoFields.text(ipam, "type")))
                .map(AddressFamilies::ofIpam)
                .orElse(UNKNOWN);
    }

    /// Whether a pod has no address of that family.
    public boolean lacks(GoIp address) {
        return isKnown && !(address.isIpv4() ? ipv4 : ipv6);
    }

    private static AddressFamilies ofIpam(JsonObject ipam) {
        Collection<GoIp> addresses = addresses(ipam).toList();
        return addresses.isEmpty()
                ? UNKNOWN
                : new AddressFamilies(
                        true,
                        addresses.stream().anyMatch(GoIp::isIpv4),
                        addresses.stream().anyMatch(address -> !address.isIpv4()));
    }

    private static Stream<GoIp> addresses(Json value) {
        return switch (value) {
            case JsonObject object ->
                object.members().stream()
                        .flatMap(member -> KEYS.stream().anyMatch(key -> GoKeys.foldsTo(member.key(), key))
                                        && member.value() instanceof JsonString text
                                ? GoIp.parse(text.value().split("/", 2)[0]).stream()
                                : addresses(member.value()));
            case JsonArray array -> array.elements().stream().flatMap(AddressFamilies::addresses);
            default -> Stream.empty();
        };
    }
}
