package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.RangeText;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// See node-behavior.md#whereabouts. A warning, because the node's own configuration of the IPAM plugin may add a
/// range.
@RuleCard(
        code = "MH243",
        name = "doubtful-address-pool",
        summary = "The bounds of a cluster-wide address pool do not do what they say.",
        requirement =
                "the bounds and exclusions of a pool should lie in its range, and its gateway outside of the pool",
        why = """
                `whereabouts` ignores a `range_start`, `range_end` or `exclude` that lies outside of `range`, and gives the gateway's \
                address to a pod where it lies in the pool. Without any range there are addresses only where the node's own \
                configuration has one.""",
        remedy = "Correct the bound that the message names. Exclude the gateway with `exclude`.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class PoolBounds implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> config.violations(config.plugins().stream()
                        .filter(plugin -> KnownPlugins.of(plugin).isPresent())
                        .flatMap(plugin -> GoFields.object(plugin.object(), "ipam").stream()
                                .flatMap(ipam -> judge(ipam, plugin.path().child("ipam"))))))
                .orElse(List.of());
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
        if (ranges.isEmpty()) {
            return Stream.of(violation(
                    path,
                    ipam,
                    "no range is set, and the node's own configuration must have one",
                    "Add " + Quoted.of(pool.range())));
        }
        return ranges.stream()
                .flatMap(range -> IpSubnet.parse(
                                range.text().substring(range.text().indexOf('-') + 1))
                        .stream()
                        .flatMap(subnet -> bounds(pool, range, subnet, GoFields.text(ipam, "gateway"))));
    }

    private static Stream<SchemaViolation> bounds(
            AddressModel.Pool pool, RangeText range, IpSubnet subnet, String gateway) {
        Stream<SchemaViolation> outside = Stream.of(pool.first(), pool.last())
                .filter(key -> IpAddress.parse(GoFields.text(range.holder(), key))
                        .filter(address -> !subnet.contains(address))
                        .isPresent())
                .map(key -> violation(
                        range.path(),
                        range.holder(),
                        "%s is %s, which is not in the range %s"
                                .formatted(
                                        Quoted.of(key),
                                        Quoted.of(GoFields.text(range.holder(), key)),
                                        Quoted.of(range.text())),
                        "Write an address of the range"));
        List<IpSubnet> excluded = excluded(pool, range.holder());
        Stream<SchemaViolation> exclusions = excluded.stream()
                .filter(other -> !subnet.overlaps(other))
                .map(other -> violation(
                        range.path(),
                        range.holder(),
                        "\"exclude\" has %s/%d, which is not in the range %s"
                                .formatted(other.network(), other.prefix(), Quoted.of(range.text())),
                        "Write a part of the range, or remove it"));
        Stream<SchemaViolation> given = IpAddress.parse(gateway)
                .filter(address -> isGiven(address, pool, range, subnet, excluded))
                .map(address -> violation(
                        range.path(),
                        range.holder(),
                        "the gateway %s is in the pool, and a pod can get its address".formatted(address),
                        "Add it to \"exclude\", as \"%s/%d\"".formatted(address, address.bits())))
                .stream();
        return Stream.of(outside, exclusions, given).flatMap(all -> all);
    }

    private static boolean isGiven(
            IpAddress address, AddressModel.Pool pool, RangeText range, IpSubnet subnet, List<IpSubnet> excluded) {
        int dash = range.text().indexOf('-');
        String written = dash < 0
                ? GoFields.text(range.holder(), pool.first())
                : range.text().substring(0, dash);
        boolean afterFirst = IpAddress.parse(written)
                .filter(first -> address.compareTo(first) < 0)
                .isEmpty();
        boolean beforeLast = IpAddress.parse(GoFields.text(range.holder(), pool.last()))
                .or(() -> dash < 0 ? Optional.empty() : Optional.of(subnet.address()))
                .filter(last -> address.compareTo(last) > 0)
                .isEmpty();
        return subnet.contains(address)
                && afterFirst
                && beforeLast
                && excluded.stream().noneMatch(other -> other.contains(address));
    }

    private static List<IpSubnet> excluded(AddressModel.Pool pool, JsonObject holder) {
        return pool.exclude().stream()
                .flatMap(key -> GoFields.list(holder, key).stream())
                .flatMap(list -> list.elements().stream())
                .filter(JsonString.class::isInstance)
                .flatMap(text -> IpSubnet.parse(((JsonString) text).value()).stream())
                .toList();
    }

    private static SchemaViolation violation(JsonPath path, JsonObject object, String fact, String remedy) {
        return new SchemaViolation(SchemaViolation.Kind.COMBINATION, path, object.start(), fact, remedy);
    }
}
