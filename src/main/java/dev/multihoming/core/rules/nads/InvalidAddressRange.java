package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// See node-behavior.md#host-local, #whereabouts. How each address is written is MH210's.
@RuleCard(
        code = "MH218",
        name = "invalid-address-range",
        summary = "The address ranges of a network are not valid.",
        requirement = "the IPAM plugin fails on these ranges, for every pod that attaches",
        why = """
                `host-local` rejects a subnet that is not a network address (`10.1.2.3/24`), a subnet without \
                assignable addresses (`/31`, `/32`), a gateway, start or end outside of the subnet or in the wrong \
                order, ranges that overlap, and IPv4 beside IPv6 in one set. whereabouts rejects a range without assignable \
                addresses (`/31`, `/32`, `/127`, `/128`). The pod then stays in \
                ContainerCreating.""",
        remedy = "Correct the range that the message names. For two IP families write two sets: `[[{…}], [{…}]]`.",
        since = "0.1.0")
public final class InvalidAddressRange implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(config.known().stream()
                .filter(known -> known.plugin().isPresent())
                .flatMap(known -> isChecked(known) ? judge(known).stream() : tooSmall(known)));
    }

    /// An IPv4 range that is written as IPv6 is read as IPv4, and leaves as many bits.
    private static Stream<SchemaViolation> tooSmall(KnownObject ipam) {
        return KnownPlugins.ipam(GoFields.text(ipam.object(), "type")).filter(plugin -> plugin.hostBits() > 0).stream()
                .flatMap(plugin -> plugin.ranges(ipam.path(), ipam.object())
                        .filter(range -> range.subnet()
                                .filter(subnet -> subnet.prefix() > subnet.width() - plugin.hostBits())
                                .isPresent()))
                .map(range -> new SchemaViolation(
                        SchemaViolation.Kind.COMBINATION,
                        range.path(),
                        range.holder().start(),
                        "the range " + Quoted.of(range.text()) + " has no address to give",
                        "Write a larger range"));
    }

    private static boolean isChecked(KnownObject known) {
        return KnownPlugins.ipam(GoFields.text(known.object(), "type"))
                .filter(IpamPlugin::checksRanges)
                .isPresent();
    }

    private static List<SchemaViolation> judge(KnownObject ipam) {
        List<SchemaViolation> violations = new ArrayList<>();
        List<HostLocalRange> sound = new ArrayList<>();
        for (List<HostLocalRange> set : sets(ipam, violations)) {
            boolean mixed = set.size() > 1
                    && set.stream()
                                    .map(range -> range.subnet().address().bits())
                                    .distinct()
                                    .count()
                            > 1;
            if (mixed) {
                set.getFirst()
                        .violation("IPv4 and IPv6 are in one set of ranges", "Write a set of its own for each")
                        .ifPresent(violations::add);
            }
            for (HostLocalRange range : set) {
                range.fault().ifPresentOrElse(violations::add, () -> sound.add(range));
            }
            gatewaysOnly(set).ifPresent(violations::add);
        }
        if (sound.size() > 1) {
            violations.addAll(overlaps(sound));
        }
        return violations;
    }

    /// A pod gets an address of any range of a set.
    private static Optional<SchemaViolation> gatewaysOnly(List<HostLocalRange> set) {
        HostLocalRange first = set.getFirst();
        return set.stream().allMatch(range -> range.fault().isEmpty() && range.hasOnlyGateway())
                ? first.violation(
                        "the range has no address but the gateway " + first.gateway(),
                        "Write a range with more addresses, or another gateway")
                : Optional.empty();
    }

    /// The single range beside the list is a set of its own.
    private static List<List<HostLocalRange>> sets(KnownObject ipam, List<SchemaViolation> violations) {
        List<List<HostLocalRange>> sets = new ArrayList<>();
        HostLocalRange.of(ipam.path(), ipam.object()).ifPresent(range -> sets.add(List.of(range)));
        GoFields.list(ipam.object(), "ranges").ifPresent(list -> {
            for (int i = 0; i < list.elements().size(); i++) {
                JsonPath path = ipam.path().child("ranges").child(i);
                Json set = list.elements().get(i);
                List<HostLocalRange> ranges = set instanceof JsonArray array ? ranges(path, array) : List.of();
                if (isEmpty(set)) {
                    violations.add(new SchemaViolation(
                            SchemaViolation.Kind.COMBINATION,
                            path,
                            set.start(),
                            "this set of ranges is empty",
                            "Add a range, or remove it"));
                } else if (!ranges.isEmpty()) {
                    sets.add(ranges);
                }
            }
        });
        return sets;
    }

    private static boolean isEmpty(Json set) {
        return set instanceof JsonNull
                || (set instanceof JsonArray array && array.elements().isEmpty());
    }

    private static List<HostLocalRange> ranges(JsonPath path, JsonArray set) {
        return Stream.iterate(0, i -> i < set.elements().size(), i -> i + 1)
                .flatMap(i -> set.elements().get(i) instanceof JsonObject object
                        ? HostLocalRange.of(path.child(i), object).stream()
                        : Stream.empty())
                .toList();
    }

    /// In the order of their first addresses, each needs a look only at the one that reached furthest before it.
    private static List<SchemaViolation> overlaps(List<HostLocalRange> ranges) {
        List<SchemaViolation> violations = new ArrayList<>();
        Optional<HostLocalRange> furthest = Optional.empty();
        for (HostLocalRange range : ranges.stream()
                .sorted(Comparator.comparing(HostLocalRange::first))
                .toList()) {
            furthest.filter(before -> before.last().compareTo(range.first()) >= 0)
                    .flatMap(range::overlapsWith)
                    .ifPresent(violations::add);
            if (furthest.isEmpty() || furthest.get().last().compareTo(range.last()) < 0) {
                furthest = Optional.of(range);
            }
        }
        return violations;
    }
}
