package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The static IPAM plugin 1.9.1 (node-behavior.md#static). Addresses can also come with the pod.
public final class StaticIpam implements IpamPlugin {
    private static final AddressModel ADDRESSES = new AddressModel.Fixed("addresses", "address");

    private static final Struct ADDRESS = Struct.of(
                    Field.of("address", new Formed(TextForm.CIDR)), Field.of("gateway", new Formed(TextForm.IP)))
            .requiring("address");

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("static"),
            Field.of("addresses", new Listing(ADDRESS)),
            Field.of("routes", new Listing(CommonFields.ROUTE)),
            Field.of("dns", CommonFields.DNS));

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
        return IpsHandling.WITH_PREFIX;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("ips");
    }

    /// What stands in `args.cni` and in `runtimeConfig` takes the place of `addresses`
    /// (static/main.go, `LoadIPAMConfig`).
    @Override
    public List<IpSubnet> fixedAround(JsonObject config) {
        Stream<JsonObject> args = GoFields.object(config, "args").flatMap(it -> GoFields.object(it, "cni")).stream();
        return Stream.concat(args, GoFields.object(config, "runtimeConfig").stream())
                .flatMap(holder -> GoFields.texts(holder, "ips").stream())
                .flatMap(text -> IpSubnet.parse(text).stream())
                .toList();
    }

    @Override
    public List<AssignedAddress> assigned(JsonObject ipam) {
        List<RangeText> written = ranges(JsonPath.ROOT, ipam).toList();
        List<AssignedAddress> assigned = written.stream()
                .flatMap(entry -> entry.subnet().stream()
                        .map(subnet ->
                                new AssignedAddress(subnet, IpAddress.parse(GoFields.text(entry.holder(), "gateway")))))
                .toList();
        return assigned.size() == written.size() ? assigned : List.of();
    }

    @Override
    public boolean countsAddresses() {
        return true;
    }

    @Override
    public Optional<String> insteadOf(String key) {
        return switch (key) {
            case "address", "subnet", "range" -> Optional.of("Write \"addresses\", a list of {\"address\": …}");
            case "gateway" -> Optional.of("Write \"gateway\" beside each address in \"addresses\"");
            default -> Optional.empty();
        };
    }

    @Override
    public List<FormField> form() {
        return List.of(FormField.of("addresses", "Addresses", "The same for every pod."));
    }
}
