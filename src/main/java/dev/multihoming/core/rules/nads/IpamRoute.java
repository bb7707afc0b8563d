package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A route of an IPAM config, as the kernel gets it.
///
/// @param gateway that it names; empty where it names none
record IpamRoute(JsonPath path, JsonObject object, IpSubnet destination, Optional<IpAddress> gateway) {
    /// RT_SCOPE_LINK; what is above it is narrower. The kernel gets one byte of the number.
    private static final int LINK = 253;

    private static final int NOWHERE = 255;

    /// Those whose destination can be read: how they are written is MH210's.
    static List<IpamRoute> of(JsonPath ipam, JsonObject object) {
        List<Json> routes =
                GoFields.list(object, "routes").map(JsonArray::elements).orElse(List.of());
        List<IpamRoute> read = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            JsonPath path = ipam.child("routes").child(i);
            if (routes.get(i) instanceof JsonObject route) {
                IpSubnet.parse(GoFields.text(route, "dst"))
                        .map(destination ->
                                new IpamRoute(path, route, destination, IpAddress.parse(GoFields.text(route, "gw"))))
                        .ifPresent(read::add);
            }
        }
        return read;
    }

    int family() {
        return destination.address().bits();
    }

    boolean isIpv4() {
        return family() == Integer.SIZE;
    }

    /// Whether the kernel takes no gateway for it. It looks at the scope of IPv4 routes only.
    boolean isOnLink() {
        return isIpv4() && scope() >= LINK;
    }

    boolean isNowhere() {
        return isIpv4() && scope() == NOWHERE;
    }

    private int scope() {
        return (int) (number("scope").orElse(0) & 0xFF);
    }

    /// Whether it is the default route of its family in the main table, as a plugin would add it, without a gateway of
    /// its own.
    boolean isPlainDefault() {
        return destination.prefix() == 0
                && gateway.isEmpty()
                && number("priority").isEmpty()
                && isInMainTable();
    }

    /// What makes it another route than one to the same destination.
    String identity(Optional<IpAddress> effectiveGateway) {
        return "%s/%d %s %s %s"
                .formatted(
                        destination.network(),
                        destination.prefix(),
                        effectiveGateway,
                        number("priority"),
                        RouteTable.other(object));
    }

    boolean isInMainTable() {
        return RouteTable.isMain(object);
    }

    String text() {
        return Quoted.of(GoFields.text(object, "dst"));
    }

    /// Absent where it is 0, and where no plugin can read it.
    private OptionalLong number(String key) {
        return GoFields.set(object, key)
                .filter(member -> member.value() instanceof JsonNumber)
                .map(member -> GoNumbers.whole((JsonNumber) member.value()))
                .filter(number -> number.orElse(0) != 0)
                .orElse(OptionalLong.empty());
    }
}
