package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The dhcp IPAM plugin 1.9.1 (node-behavior.md#dhcp).
public final class DhcpIpam implements IpamPlugin {
    /// Source: plugins 1.10.0, dhcp/main.go, getSocketPath.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.SOCKET, "ipam", "daemonSocketPath"));

    private static final AddressModel ADDRESSES = new AddressModel.Server();

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("dhcp"),
            Field.of("daemonSocketPath", new Text()),
            Field.of(
                    "provide",
                    new Listing(Struct.of(
                            Field.of("option", new Text()),
                            Field.of("value", new Text()),
                            Field.of("fromArg", new Text())))),
            Field.of(
                    "request",
                    new Listing(Struct.of(Field.of("option", new Text()), Field.of("skipDefault", new Flag())))),
            Field.of("priority", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return CniVersion.ABSENT;
    }

    @Override
    public AddressModel addresses() {
        return ADDRESSES;
    }

    @Override
    public IpsHandling ips() {
        return IpsHandling.IGNORED;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of();
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of();
    }

    @Override
    public Stream<DefaultRouteUse> defaultRoutes(JsonPath path, JsonObject ipam) {
        return DefaultRouteUse.ofServer(path, ipam);
    }
}
