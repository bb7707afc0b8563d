package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniConfig;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a kernel setting that the tuning plugin writes does to the pod's eth0.
///
/// The plugin takes dots and slashes alike, and skips empty parts (plugins 1.10.0, `tuning.go`,
/// `getSysctlFilename`). What takes eth0 off the network was measured with the real plugin, one setting after
/// the other: addresses, default routes, and TCP in both directions.
///
/// @param path where the setting stands
/// @param offset the same in the text
/// @param name as written
/// @param value as written
public record SysctlEffect(JsonPath path, int offset, String name, String value, Effect effect) {
    /// What becomes of eth0.
    public enum Effect {
        /// It loses its addresses, or no traffic passes.
        TAKES_ETH0_OFF,
        /// It behaves otherwise than the cluster's default network made it.
        CHANGES_ETH0,
        /// Nothing: the setting is of another interface.
        NONE
    }

    private static final String SYSCTL = "sysctl";

    /// What the plugin replaces by the name of the interface, once, wherever it stands (plugins 1.10.0, `tuning.go`).
    private static final String OWN = "IFNAME";

    /// Settings that take eth0 off, for the names that a misplaced [#OWN] can turn into them.
    private static final List<String> OF_ETH0 = Stream.of("eth0", "all")
            .flatMap(name -> Stream.of(
                            "ipv6/conf/%s/disable_ipv6",
                            "ipv6/conf/%s/hop_limit",
                            "ipv4/conf/%s/arp_ignore",
                            "ipv4/neigh/%s/mcast_solicit",
                            "ipv6/neigh/%s/mcast_solicit",
                            "ipv4/ip_default_ttl",
                            "ipv4/ip_local_reserved_ports")
                    .map(setting -> "net/" + setting.formatted(name)))
            .toList();

    /// `all` holds for every interface, eth0 too; `default` only for those that come later.
    private static final Set<String> ETH0 = Set.of("eth0", "all");

    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+).*", Pattern.DOTALL);

    /// Below it packets do not reach far: 64 is what Linux begins with, and paths have up to some 20 routers.
    private static final long FEW_HOPS = 16;

    /// Those of the map `sysctl` of an object, whichever of several members counts.
    public static Stream<SysctlEffect> in(JsonPath path, JsonObject object) {
        return NodeHarm.folding(object, SYSCTL).stream()
                .filter(member -> member.value() instanceof JsonObject)
                .flatMap(member -> ((JsonObject) member.value())
                        .members().stream().flatMap(setting -> of(path.child(member.key()), setting)));
    }

    /// Those of a plugin's config: its own, and what `args` bring. Nothing for other plugins.
    public static Stream<SysctlEffect> of(CniConfig.Plugin plugin) {
        if (!TuningPlugin.SPEC.types().contains(plugin.type())) {
            return Stream.empty();
        }
        JsonPath args = plugin.path().child("args").child("cni");
        return Stream.concat(
                in(plugin.path(), plugin.object()),
                GoFields.object(plugin.object(), "args").flatMap(found -> GoFields.object(found, "cni")).stream()
                        .flatMap(cni -> in(args, cni)));
    }

    private static Stream<SysctlEffect> of(JsonPath path, JsonMember setting) {
        return setting.value() instanceof JsonString(int start, int _, String value)
                ? Stream.of(new SysctlEffect(
                        path.child(setting.key()), start, setting.key(), value, effect(setting.key(), value)))
                : Stream.empty();
    }

    /// What that setting does; public for tests of the classification alone.
    public static Effect effect(String name, String value) {
        List<String> parts = Stream.of(name.replace('.', '/').split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (isMisplaced(parts)) {
            return ofMisplaced(String.join("/", parts), value);
        }
        if (parts.size() < 3 || !parts.getFirst().equals("net")) {
            return Effect.NONE;
        }
        if (takesOff(parts, value)) {
            return Effect.TAKES_ETH0_OFF;
        }
        return parts.size() > 4 && ETH0.contains(parts.get(3)) ? Effect.CHANGES_ETH0 : Effect.NONE;
    }

    /// Whether it stands elsewhere than in the place of an interface: a pod chooses the name of its interface,
    /// and with it another setting.
    private static boolean isMisplaced(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            boolean inPlace = i == 3
                    && parts.get(i).equals(OWN)
                    && List.of("conf", "neigh").contains(parts.get(2));
            if (parts.get(i).contains(OWN) && !inPlace) {
                return true;
            }
        }
        return false;
    }

    private static Effect ofMisplaced(String name, String value) {
        Pattern possible = Pattern.compile(Pattern.quote(name).replaceFirst(OWN, "\\\\E[^/]{1,15}\\\\Q"));
        return OF_ETH0.stream()
                        .filter(setting -> possible.matcher(setting).matches())
                        .anyMatch(setting -> takesOff(List.of(setting.split("/")), value))
                ? Effect.TAKES_ETH0_OFF
                : Effect.CHANGES_ETH0;
    }

    private static boolean takesOff(List<String> parts, String value) {
        OptionalLong number = number(value);
        if (parts.size() == 3) {
            return switch (parts.get(2)) {
                case "ip_default_ttl" -> isBelow(number, FEW_HOPS);
                case "ip_local_reserved_ports" -> reservesAll(value);
                default -> false;
            };
        }
        if (parts.size() != 5 || !ETH0.contains(parts.get(3))) {
            return false;
        }
        boolean isEth0 = parts.get(3).equals("eth0");
        return switch (String.join("/", parts.get(1), parts.get(2), parts.get(4))) {
            case "ipv6/conf/disable_ipv6" -> number.isPresent() && number.getAsLong() != 0;
            case "ipv4/conf/arp_ignore" -> number.isPresent() && number.getAsLong() >= 4;
            case "ipv4/neigh/mcast_solicit", "ipv6/neigh/mcast_solicit" -> isEth0 && isBelow(number, 1);
            case "ipv6/conf/hop_limit" -> isEth0 && isBelow(number, FEW_HOPS);
            default -> false;
        };
    }

    private static boolean isBelow(OptionalLong number, long limit) {
        return number.isPresent() && number.getAsLong() < limit;
    }

    /// Whether no port is left that an outgoing connection could get: those from 32768 to 60999, unless that is
    /// changed too.
    private static boolean reservesAll(String value) {
        List<long[]> ranges = Stream.of(value.split("[,\\s]+"))
                .map(range -> range.split("-", 2))
                .map(ends -> new long[] {
                    number(ends[0]).orElse(0), number(ends[ends.length - 1]).orElse(0)
                })
                .sorted(Comparator.comparingLong(range -> range[0]))
                .toList();
        long next = 32_768;
        for (long[] range : ranges) {
            if (range[0] <= next) {
                next = Math.max(next, range[1] + 1);
            }
        }
        return next > 60_999;
    }

    /// The kernel reads the integer that the text begins with, decimal, hexadecimal or octal.
    private static OptionalLong number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            long magnitude = Long.decode(matcher.group(2));
            return OptionalLong.of(matcher.group(1).equals("-") ? -magnitude : magnitude);
        } catch (NumberFormatException _) {
            // Too large, or an octal number with an 8 in it: not 0 either.
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }
}
