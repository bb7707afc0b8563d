package dev.multihoming.conformance;

import dev.multihoming.core.plugins.TextForm;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Interval;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Values worth trying for a field, in JSON: each boundary of what we think it takes, and each type it
/// does not.
final class Candidates {
    private static final List<String> EVERY_TYPE = List.of("null", "true", "1", "1.5", "\"text\"", "[]", "{}");

    /// Forms of a number that Go and others read differently, and the ends of its integers.
    private static final List<String> ODD_NUMBERS = List.of(
            "-1",
            "0",
            "1",
            "-0",
            "0.0",
            "1e2",
            "1E-1",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e30");

    private static final List<String> LINK_NAMES = List.of(
            "",
            "b",
            "br-123456789012",
            "br-1234567890123",
            "brücke-und-mehr",
            ".",
            "..",
            "a/b",
            "a:b",
            "a b",
            "a\\tb",
            "a%b",
            "br%d",
            "all",
            "default",
            "lo");

    private static final List<String> MACS = List.of(
            "",
            "02:00:00:00:00:01",
            "02-00-00-00-00-0A",
            "0200.0000.0001",
            "020000000001",
            "2:0:0:0:0:1",
            "00:00:00:00:00:00",
            "01:00:5e:00:00:01",
            "ff:ff:ff:ff:ff:ff",
            "02:00:00:00:00:00:00:01");

    private static final List<String> ADDRESSES = List.of(
            "",
            "10.9.0.7",
            "10.9.0.0",
            "10.9.0",
            "10.9.0.07",
            "fd00::7",
            "fd00::",
            "::ffff:10.9.0.7",
            "fd00::7%eth0",
            "x");

    private static final List<String> PREFIXES = List.of("", "/", "/24", "/32", "/33", "/064", "/-1", "/x");

    private Candidates() {}

    static Set<String> of(FieldType type) {
        Set<String> values = new LinkedHashSet<>(EVERY_TYPE);
        switch (type) {
            case FieldType.Any _ -> {}
            case FieldType.Flag _, FieldType.FlagOrWord _ -> values.addAll(List.of("false", "\"true\"", "0"));
            case FieldType.Text _ -> values.add("\"\"");
            case FieldType.Choice choice -> choice(choice, values);
            case FieldType.Formed formed ->
                texts((TextForm) formed.form()).forEach(text -> values.add("\"" + text + "\""));
            case FieldType.Mtu mtu -> {
                whole(new FieldType.Whole(mtu.min(), mtu.max()), values);
                values.add("-2147483649");
            }
            case FieldType.Whole whole -> whole(whole, values);
            case FieldType.Struct struct -> struct(struct, values);
            case FieldType.Listing listing -> of(listing.element()).forEach(value -> values.add("[" + value + "]"));
            case FieldType.Mapping mapping -> mapping(mapping, values);
            case FieldType.FreeForm _ -> values.add("{\"key\": 1e999}");
        }
        return values;
    }

    private static List<String> texts(TextForm form) {
        return switch (form) {
            case BRIDGE_NAME, VRF_NAME -> LINK_NAMES;
            case NODE_LINK ->
                List.of(
                        "",
                        ".",
                        "..",
                        "eth0:1",
                        "no/link",
                        "no link",
                        "a".repeat(127),
                        "a".repeat(128),
                        "no-such-link");
            case MAC, COLON_MAC, HARDWARE_ADDRESS -> MACS;
            case IP, GIVEN_IP, SLOPPY_IP -> ADDRESSES;
            case CIDR, SLOPPY_CIDR, POOL_RANGE, EXCLUDED, ROUTE_DESTINATION ->
                ADDRESSES.stream()
                        .flatMap(address -> PREFIXES.stream().map(address::concat))
                        .toList();
            case DECIMAL -> List.of("", "1", "-1", "+1", "01", "1.0", "1e2", " 1", "x");
            case KERNEL_PATH -> List.of("", "/sys/devices/none", "/sys/class/net/lo", "sys/devices/none");
            case NET_SYSCTL -> List.of();
        };
    }

    private static void choice(FieldType.Choice choice, Set<String> values) {
        values.add("\"\"");
        for (String text : choice.values()) {
            values.add("\"" + text + "\"");
            String first = text.substring(0, Math.min(1, text.length()));
            values.add("\"" + first.toUpperCase(Locale.ROOT) + text.substring(first.length()) + "\"");
            values.add("\"" + text + " \"");
        }
    }

    private static void mapping(FieldType.Mapping mapping, Set<String> values) {
        List<String> keys = mapping.keys() == null
                ? List.of("key")
                : List.of(
                        "net.ipv4.conf.IFNAME.arp_notify",
                        "net/ipv4/conf/IFNAME/arp_notify",
                        "kernel.panic",
                        "net",
                        "key");
        for (String key : keys) {
            of(mapping.value()).forEach(value -> values.add("{\"%s\": %s}".formatted(key, value)));
        }
    }

    private static void whole(FieldType.Whole whole, Set<String> values) {
        for (long bound : new long[] {whole.min(), whole.max()}) {
            for (int step = -1; step <= 1; step++) {
                values.add(
                        BigInteger.valueOf(bound).add(BigInteger.valueOf(step)).toString());
            }
            values.add("\"" + bound + "\"");
        }
        values.addAll(ODD_NUMBERS);
    }

    private static void struct(FieldType.Struct struct, Set<String> values) {
        for (Field field : struct.fields()) {
            for (String value : of(field.type())) {
                values.add("{\"%s\": %s}".formatted(field.key(), value));
                partner(struct, field)
                        .forEach(other -> values.add("{\"%s\": %s, %s}".formatted(field.key(), value, other)));
            }
        }
        for (Interval interval : struct.intervals()) {
            for (List<Integer> ends : List.of(List.of(2, 2), List.of(2, 3), List.of(3, 2))) {
                values.add("{\"%s\": %d, \"%s\": %d}"
                        .formatted(interval.low(), ends.getFirst(), interval.high(), ends.getLast()));
            }
        }
    }

    /// A bound alone is refused whatever its value, so each also comes with the other end of its interval.
    private static Stream<String> partner(FieldType.Struct struct, Field field) {
        List<String> partners = new ArrayList<>();
        for (Interval interval : struct.intervals()) {
            if (field.key().equals(interval.low())) {
                partners.add("\"%s\": %d"
                        .formatted(
                                interval.high(), bounds(struct, interval.high()).max()));
            } else if (field.key().equals(interval.high())) {
                partners.add("\"%s\": %d"
                        .formatted(
                                interval.low(), bounds(struct, interval.low()).min()));
            }
        }
        return partners.stream();
    }

    private static FieldType.Whole bounds(FieldType.Struct struct, String key) {
        return struct.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(field -> (FieldType.Whole) field.type())
                .findFirst()
                .orElseThrow();
    }
}
