package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The host-local IPAM plugin 1.9.1 (node-behavior.md#host-local). How ranges must fit together is a rule of
/// its own.
public final class HostLocalIpam implements IpamPlugin {
    /// Source: plugins 1.10.0, disk/backend.go and dns.go.
    private static final List<HandedOn> HANDED_ON = List.of(
            HandedOn.of(SafeText.STATE_FOLDER, "ipam", "dataDir"),
            HandedOn.of(SafeText.RESOLV_CONF, "ipam", "resolvConf"));

    private static final AddressModel ADDRESSES = new AddressModel.Pool(
            AddressModel.Scope.NODE, "subnet", "ranges", true, "rangeStart", "rangeEnd", Optional.empty());

    private static final Struct RANGE = Struct.of(
                    Field.of("subnet", new Formed(TextForm.CIDR)),
                    Field.of("rangeStart", new Formed(TextForm.IP)),
                    Field.of("rangeEnd", new Formed(TextForm.IP)),
                    Field.of("gateway", new Formed(TextForm.IP)))
            .requiring("subnet");

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("host-local"),
                    Field.of("subnet", new Formed(TextForm.CIDR)),
                    Field.of("rangeStart", new Formed(TextForm.IP)),
                    Field.of("rangeEnd", new Formed(TextForm.IP)),
                    Field.of("gateway", new Formed(TextForm.IP)),
                    Field.of("ranges", new Listing(new Listing(RANGE))),
                    Field.of("routes", new Listing(CommonFields.ROUTE)),
                    Field.of("dataDir", new Text()),
                    Field.of("resolvConf", new Text()))
            .requiring(new Requirement(List.of(List.of("subnet"), List.of("ranges")), List.of()));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    /// The range of the config itself comes first (config.go, `LoadIPAMConfig`). Nothing is told of ranges of
    /// which one cannot be read.
    @Override
    public List<List<AddressRange>> pools(JsonObject ipam) {
        List<List<AddressRange>> sets = new ArrayList<>();
        if (!GoFields.text(ipam, "subnet").isEmpty()) {
            range(ipam).ifPresent(range -> sets.add(List.of(range)));
        }
        List<Json> written =
                GoFields.list(ipam, "ranges").map(JsonArray::elements).orElse(List.of());
        for (Json set : written) {
            if (set instanceof JsonArray ranges) {
                sets.add(ranges.elements().stream()
                        .flatMap(range -> range instanceof JsonObject object ? range(object).stream() : Stream.empty())
                        .toList());
            }
        }
        long all = ranges(JsonPath.ROOT, ipam).count();
        return sets.stream().mapToLong(List::size).sum() == all ? sets : List.of();
    }

    /// The gateway of a range is its first address where none is written (range.go, `Canonicalize`).
    private static Optional<AddressRange> range(JsonObject range) {
        return IpSubnet.parse(GoFields.text(range, "subnet"))
                .filter(subnet -> !subnet.isMixed() && subnet.prefix() <= subnet.width() - 2)
                .map(subnet -> AddressRange.of(
                                subnet,
                                address(range, "gateway")
                                        .or(() -> Optional.of(subnet.network().next())))
                        .from(address(range, "rangeStart"), address(range, "rangeEnd")));
    }

    private static Optional<IpAddress> address(JsonObject range, String key) {
        return IpAddress.parse(GoFields.text(range, key));
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
        return IpsHandling.ONE_ADDRESS;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("ips");
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("subnet", "Subnet", "Each node assigns all of its addresses by itself."),
                FormField.of("rangeStart", "First address", "The first address that is assigned."),
                FormField.of("rangeEnd", "Last address", "The last address that is assigned."),
                FormField.of("gateway", "Gateway", "The router of the range."));
    }

    /// An address of each set.
    @Override
    public List<AssignedAddress> assigned(JsonObject ipam) {
        return pools(ipam).stream()
                .flatMap(set -> set.stream().limit(1))
                .map(range -> new AssignedAddress(range.subnet(), range.gateway()))
                .toList();
    }

    @Override
    public boolean countsAddresses() {
        return true;
    }

    @Override
    public Optional<String> insteadOf(String key) {
        return switch (key) {
            case "range" -> Optional.of("Write \"subnet\"");
            case "range_start" -> Optional.of("Write \"rangeStart\"");
            case "range_end" -> Optional.of("Write \"rangeEnd\"");
            case "ipRanges" -> Optional.of("Write \"ranges\", a list of lists of {\"subnet\": …}");
            case "exclude" -> Optional.of("Write \"rangeStart\" and \"rangeEnd\" around what is to be left out");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean checksRanges() {
        return true;
    }
}
