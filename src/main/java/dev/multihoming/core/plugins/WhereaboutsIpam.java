package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.multus.SloppyIp;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Any;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The whereabouts IPAM plugin (node-behavior.md#whereabouts).
public final class WhereaboutsIpam implements IpamPlugin {
    /// Source: whereabouts 0.9.2, pkg/logging and pkg/config.
    private static final List<HandedOn> HANDED_ON = List.of(
            HandedOn.of(SafeText.LOG_FILE, "ipam", "log_file"),
            HandedOn.of(SafeText.WHEREABOUTS_CONF, "ipam", "configuration_path"),
            HandedOn.of(SafeText.KUBECONFIG, "ipam", "kubernetes", "kubeconfig"));

    private static final AddressModel ADDRESSES = new AddressModel.Pool(
            AddressModel.Scope.CLUSTER, "range", "ipRanges", false, "range_start", "range_end", Optional.of("exclude"));

    private static final FieldType EXCLUDE = new Listing(new Formed(TextForm.EXCLUDED));
    private static final Whole SECONDS = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Struct RANGE = Struct.of(
                    Field.of("range", new Formed(TextForm.POOL_RANGE)),
                    Field.of("range_start", new Formed(TextForm.IP)),
                    Field.of("range_end", new Formed(TextForm.IP)),
                    Field.of("exclude", EXCLUDE))
            .requiring("range");

    private static final Struct ADDRESS = Struct.of(
                    Field.of("address", new Formed(TextForm.SLOPPY_CIDR)), Field.of("gateway", new Formed(TextForm.IP)))
            .requiring("address");

    /// `range_start` and `range_end` beside `range` are ignored where they are no addresses (types.go,
    /// `UnmarshalJSON`).
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("whereabouts"),
            Field.of("range", new Formed(TextForm.POOL_RANGE)),
            Field.of("range_start", new Text()),
            Field.of("range_end", new Text()),
            Field.of("ipRanges", new Listing(RANGE)),
            Field.of("exclude", EXCLUDE),
            Field.of("gateway", new Formed(TextForm.SLOPPY_IP)),
            Field.of("routes", new Listing(CommonFields.ROUTE)),
            Field.of("addresses", new Listing(ADDRESS)),
            Field.of("dns", CommonFields.DNS),
            Field.of("enable_overlapping_ranges", new Flag()),
            Field.of("network_name", new Text()),
            Field.of("node_slice_size", new Text()),
            Field.of("leader_lease_duration", SECONDS),
            Field.of("leader_renew_deadline", SECONDS),
            Field.of("leader_retry_period", SECONDS),
            Field.of("log_file", new Text()),
            Field.of("log_level", new Text()),
            Field.of("configuration_path", new Text()),
            Field.of("kubernetes", new Any()),
            Field.of("datastore", new Any()),
            Field.of("sleep_for_race", new Any()),
            Field.of("reconciler_cron_expression", new Any()));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    /// Without leading zeros, so that they are compared as what they are.
    @Override
    public Stream<RangeText> ranges(JsonPath path, JsonObject ipam) {
        return IpamPlugin.super
                .ranges(path, ipam)
                .map(range -> new RangeText(range.path(), range.holder(), SloppyIp.strict(range.text())));
    }

    /// A range needs a first and a last address besides that of the network and of the broadcast (iphelpers.go,
    /// `HasUsableIPs`), for IPv6, too.
    @Override
    public int hostBits() {
        return 2;
    }

    /// Of ranges that are written as a CIDR. Its `range_start` and `range_end` count where they are in it
    /// (iphelpers.go, `GetIPRange`), and the gateway is assigned like any other (allocate.go,
    /// `IterateForAssignment`).
    @Override
    public List<List<AddressRange>> pools(JsonObject ipam) {
        List<RangeText> written = ranges(JsonPath.ROOT, ipam).toList();
        List<List<AddressRange>> pools = written.stream()
                .flatMap(range -> pool(range).stream())
                .map(List::of)
                .toList();
        return pools.size() == written.size() ? pools : List.of();
    }

    private static Optional<AddressRange> pool(RangeText range) {
        return IpSubnet.parse(range.text())
                .filter(subnet -> !subnet.isMixed() && subnet.prefix() <= subnet.width() - 2)
                .map(subnet -> AddressRange.of(subnet, Optional.empty())
                        .from(inside(subnet, range, "range_start"), inside(subnet, range, "range_end")));
    }

    /// It keeps one pool for each range, and beside them one list of all addresses of the
    /// cluster, which it leaves out where `enable_overlapping_ranges` is `false`. Both are apart
    /// for each `network_name` (whereabouts 0.9.2, pkg/storage/kubernetes/ipam.go,
    /// `IPManagementKubernetesUpdate`). It adds its `addresses` for every pod and keeps no
    /// account of them (cmd/whereabouts.go, `cmdAdd`).
    @Override
    public List<AddressPool> addressPools(JsonObject ipam) {
        return Stream.concat(
                        ranges(JsonPath.ROOT, ipam).flatMap(range -> addressPool(ipam, range).stream()),
                        RangeText.inList(JsonPath.ROOT, ipam, "addresses", "address")
                                .flatMap(text -> IpSubnet.parse(SloppyIp.strict(text.text())).stream())
                                .map(AddressPool::fixed))
                .toList();
    }

    private static Optional<AddressPool> addressPool(JsonObject ipam, RangeText text) {
        return text.subnet().filter(subnet -> !subnet.isMixed()).map(subnet -> {
            AddressRange range = AddressRange.of(subnet, Optional.empty())
                    .from(
                            text.writtenFirst().or(() -> inside(subnet, text, "range_start")),
                            text.writtenLast().or(() -> inside(subnet, text, "range_end")));
            return AddressPool.of(range, excluded(text.holder()), allocators(ipam, subnet));
        });
    }

    private static Set<String> allocators(JsonObject ipam, IpSubnet subnet) {
        String all = "whereabouts " + GoFields.text(ipam, "network_name");
        String pool = all + " " + subnet.network() + "/" + subnet.prefix();
        return isApart(ipam) ? Set.of(pool) : Set.of(pool, all);
    }

    private static boolean isApart(JsonObject ipam) {
        return GoFields.set(ipam, "enable_overlapping_ranges")
                .filter(member -> member.value() instanceof JsonBoolean flag && !flag.value())
                .isPresent();
    }

    /// Subnets, or single addresses.
    private static List<IpSubnet> excluded(JsonObject holder) {
        return GoFields.texts(holder, "exclude").stream()
                .flatMap(text ->
                        IpSubnet.parse(text)
                                .or(() -> IpAddress.parse(text).map(ip -> new IpSubnet(ip, ip.bits(), ip.bits())))
                                .stream())
                .toList();
    }

    private static Optional<IpAddress> inside(IpSubnet subnet, RangeText range, String key) {
        return IpAddress.parse(SloppyIp.strict(GoFields.text(range.holder(), key)))
                .filter(subnet::contains);
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
        return IpsHandling.ADDED;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of();
    }

    @Override
    public Optional<String> insteadOf(String key) {
        return switch (key) {
            case "subnet" -> Optional.of("Write \"range\"");
            case "rangeStart" -> Optional.of("Write \"range_start\"");
            case "rangeEnd" -> Optional.of("Write \"range_end\"");
            case "ranges" -> Optional.of("Write \"ipRanges\", a list of {\"range\": …}");
            default -> Optional.empty();
        };
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("range", "Range", "The subnet that addresses are assigned from, in the whole cluster."),
                FormField.of("range_start", "First address", "The first address that is assigned."),
                FormField.of("range_end", "Last address", "The last address that is assigned."),
                FormField.of("gateway", "Gateway", "The router of the range."));
    }
}
