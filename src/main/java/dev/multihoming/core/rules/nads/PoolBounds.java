package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.multus.SloppyIp;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.RangeText;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// See node-behavior.md#whereabouts. A warning, because the node's own configuration of the IPAM plugin may add a
/// range.
@RuleCard(
        code = "MH243",
        name = "doubtful-address-pool",
        summary = "The bounds of a whereabouts address pool have no effect.",
        requirement =
                "the bounds and exclusions of a pool should lie in its range, and its gateway outside of the pool",
        why = """
                `whereabouts` ignores a `range_start`, `range_end` or `exclude` that is outside of `range`, a `range_start` or \
                `range_end` beside `range` that is no address, and \
                assigns the gateway's address to a pod if it is in the pool. Without any range, addresses are \
                assigned only if the node's own configuration has one.""",
        remedy = "Correct the bound that the message names. Exclude the gateway with `exclude`.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class PoolBounds implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(config.plugins().stream()
                .filter(plugin -> KnownPlugins.of(plugin).isPresent())
                .flatMap(plugin -> GoFields.object(plugin.object(), "ipam").stream()
                        .flatMap(ipam -> judge(ipam, plugin.path().child("ipam")))));
    }

    private static Stream<SchemaViolation> judge(JsonObject ipam, JsonPath path) {
        return KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                .flatMap(known -> known.addresses() instanceof AddressModel.Pool pool
                                && pool.scope() == AddressModel.Scope.CLUSTER
                        ? judge(pool, known, ipam, path)
                        : Stream.empty());
    }

    private static Stream<SchemaViolation> judge(
            AddressModel.Pool pool, IpamPlugin plugin, JsonObject ipam, JsonPath path) {
        List<RangeText> ranges = plugin.ranges(path, ipam).toList();
        boolean isListed = GoFields.list(ipam, pool.list())
                .filter(list -> !list.elements().isEmpty())
                .isPresent();
        if (ranges.isEmpty() && !isListed) {
            return Stream.of(violation(
                    path,
                    ipam,
                    "no range is set, and the node's own configuration must have one",
                    "Add " + Quoted.of(pool.range())));
        }
        return ranges.stream()
                .flatMap(range -> range.subnet().stream()
                        .flatMap(subnet -> bounds(pool, range, subnet, GoFields.text(ipam, "gateway"))));
    }

    private static Stream<SchemaViolation> bounds(
            AddressModel.Pool pool, RangeText range, IpSubnet subnet, String gateway) {
        GivenAddresses given = GivenAddresses.of(pool, range, subnet);
        Stream<SchemaViolation> outside = Stream.of(pool.first(), pool.last())
                .flatMap(key -> ignored(GoFields.text(range.holder(), key), range, subnet)
                        .map(fact -> violation(
                                range,
                                "%s is %s, which is %s"
                                        .formatted(Quoted.of(key), Quoted.of(GoFields.text(range.holder(), key)), fact),
                                "Write an address of the range"))
                        .stream());
        return Stream.of(outside, order(given, range), exclusions(given, range), gateway(given, range, gateway))
                .flatMap(all -> all);
    }

    /// Why a bound counts for nothing; empty where it counts, or is absent.
    private static Optional<String> ignored(String bound, RangeText range, IpSubnet subnet) {
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpAddress> address = address(bound);
        return address.isEmpty()
                ? Optional.of("no IP address, and is ignored")
                : address.filter(it -> !subnet.contains(it)).map(_ -> "not in the range " + Quoted.of(range.text()));
    }

    /// With leading zeros, too.
    private static Optional<IpAddress> address(String text) {
        return IpAddress.parse(SloppyIp.strict(text));
    }

    private static Stream<SchemaViolation> order(GivenAddresses given, RangeText range) {
        return given.isBackwards()
                ? Stream.of(violation(
                        range,
                        "the pool ends before it starts, and its end is ignored",
                        "Write the higher address as the end"))
                : Stream.empty();
    }

    private static Stream<SchemaViolation> exclusions(GivenAddresses given, RangeText range) {
        if (given.excludesAll()) {
            return Stream.of(violation(
                    range,
                    "\"exclude\" leaves no address of the range " + Quoted.of(range.text()),
                    "Exclude a part of the range"));
        }
        return given.excluded().stream()
                .filter(other -> !given.subnet().overlaps(other))
                .map(other -> violation(
                        range,
                        "\"exclude\" has %s/%d, which is not in the range %s"
                                .formatted(other.network(), other.prefix(), Quoted.of(range.text())),
                        "Write a part of the range, or remove it"));
    }

    private static Stream<SchemaViolation> gateway(GivenAddresses given, RangeText range, String gateway) {
        return address(gateway).filter(given::has).stream()
                .map(address -> violation(
                        range,
                        "the gateway %s is in the pool, and a pod can get its address".formatted(address),
                        "Add it to \"exclude\", as \"%s/%d\"".formatted(address, address.bits())));
    }

    private static SchemaViolation violation(RangeText range, String fact, String remedy) {
        return violation(range.path(), range.holder(), fact, remedy);
    }

    private static SchemaViolation violation(JsonPath path, JsonObject object, String fact, String remedy) {
        return new SchemaViolation(SchemaViolation.Kind.COMBINATION, path, object.start(), fact, remedy);
    }

    /// What whereabouts gives away of a range (iphelpers.go, `GetIPRange`).
    private record GivenAddresses(
            IpSubnet subnet, Optional<IpAddress> first, Optional<IpAddress> last, List<IpSubnet> excluded) {
        static GivenAddresses of(AddressModel.Pool keys, RangeText range, IpSubnet subnet) {
            List<IpSubnet> excluded = keys.exclude().stream()
                    .flatMap(key -> GoFields.texts(range.holder(), key).stream())
                    .flatMap(text -> exclusion(text).stream())
                    .toList();
            return new GivenAddresses(
                    subnet,
                    range.writtenFirst().or(() -> address(GoFields.text(range.holder(), keys.first()))),
                    range.writtenLast().or(() -> address(GoFields.text(range.holder(), keys.last()))),
                    excluded);
        }

        /// A single address is a network of one.
        private static Optional<IpSubnet> exclusion(String text) {
            return IpSubnet.parse(text)
                    .or(() -> IpAddress.parse(text)
                            .map(address -> new IpSubnet(address, address.bits(), address.bits())));
        }

        boolean isBackwards() {
            return first.filter(subnet::contains)
                    .flatMap(start -> last.filter(subnet::contains).map(end -> end.compareTo(start) < 0))
                    .orElse(false);
        }

        boolean excludesAll() {
            return excluded.stream()
                    .anyMatch(other -> other.contains(subnet.network()) && other.contains(subnet.last()));
        }

        /// A bound outside of the range is ignored.
        boolean has(IpAddress address) {
            boolean afterFirst = first.filter(subnet::contains)
                    .filter(start -> address.compareTo(start) < 0)
                    .isEmpty();
            boolean beforeLast = last.filter(subnet::contains)
                    .filter(end -> !isBackwards() && address.compareTo(end) > 0)
                    .isEmpty();
            return subnet.contains(address)
                    && afterFirst
                    && beforeLast
                    && excluded.stream().noneMatch(other -> other.contains(address));
        }
    }
}
