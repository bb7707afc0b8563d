package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.RangeText;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#static.
@RuleCard(
        code = "MH239",
        name = "unusable-static-address",
        summary = "A fixed address of a network cannot be set on an interface, or is repeated.",
        requirement = "an interface must be able to have each address, once",
        why = """
                `static` sets the addresses as they are written. The kernel rejects an address that the interface \
                already has, and the loopback and unspecified addresses of IPv6. No host can have a multicast \
                address.""",
        remedy = "Write each address once, a unicast address with the prefix length of its subnet.",
        since = "0.1.0")
public final class UnusableStaticAddress implements ConfigRule {
    private static final List<IpSubnet> MULTICAST = subnets("224.0.0.0/4", "ff00::/8");
    private static final List<IpSubnet> LOOPBACK = subnets("::1/128");

    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(config.plugins().stream()
                .filter(plugin -> KnownPlugins.of(plugin).isPresent())
                .flatMap(plugin -> GoFields.object(plugin.object(), "ipam").stream()
                        .filter(UnusableStaticAddress::isFixed)
                        .flatMap(ipam -> Stream.concat(judge(ipam, plugin.path().child("ipam")), inArgs(plugin)))));
    }

    private static boolean isFixed(JsonObject ipam) {
        return KnownPlugins.ipam(GoFields.text(ipam, "type"))
                .filter(known -> known.addresses() instanceof AddressModel.Fixed)
                .isPresent();
    }

    /// The older place for addresses, which the plugin reads where it is there.
    private static Stream<SchemaViolation> inArgs(CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "args")
                .flatMap(args -> GoFields.object(args, "cni"))
                .flatMap(cni -> GoFields.set(cni, "ips"))
                .filter(ips -> !areAddresses(ips.value()))
                .map(ips -> new SchemaViolation(
                        SchemaViolation.Kind.FORM,
                        plugin.path().child("args").child("cni").child(ips.key()),
                        ips.value().start(),
                        "\"ips\" in \"args\" is not a list of addresses with prefix lengths",
                        "Write a list such as [\"10.1.2.3/24\"], or \"addresses\" in \"ipam\""))
                .stream();
    }

    private static boolean areAddresses(Json value) {
        return value instanceof JsonArray list
                && list.elements().stream()
                        .allMatch(element -> element instanceof JsonString text
                                && IpSubnet.parse(text.value()).isPresent());
    }

    private static Stream<SchemaViolation> judge(JsonObject ipam, JsonPath path) {
        Set<String> seen = new HashSet<>();
        return KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                .flatMap(known -> known.ranges(path, ipam))
                .flatMap(range -> fault(range, seen)
                        .map(fact -> new SchemaViolation(
                                SchemaViolation.Kind.COMBINATION,
                                range.path(),
                                range.holder().start(),
                                "the address " + Quoted.of(range.text()) + " " + fact,
                                "Write a unicast address of the network, once"))
                        .stream());
    }

    /// How an address is written is MH210's.
    private static Optional<String> fault(RangeText range, Set<String> seen) {
        Optional<IpSubnet> parsed = IpSubnet.parse(range.text());
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        IpAddress address = parsed.get().address();
        if (isIn(MULTICAST, address)) {
            return Optional.of("is a multicast address");
        }
        if (isIn(LOOPBACK, address)) {
            return Optional.of("is a loopback address");
        }
        boolean ipv4 = address.bits() == Integer.SIZE;
        if (!ipv4 && address.value().signum() == 0) {
            return Optional.of("is the unspecified address");
        }
        // The kernel knows an IPv6 address by itself, an IPv4 one with its prefix length.
        int prefix = parsed.get().prefix() - (parsed.get().width() - address.bits());
        String identity = ipv4 ? address + "/" + prefix : address.toString();
        return seen.add(identity) ? Optional.empty() : Optional.of("stands twice");
    }

    private static boolean isIn(List<IpSubnet> subnets, IpAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static List<IpSubnet> subnets(String... texts) {
        return Stream.of(texts).flatMap(text -> IpSubnet.parse(text).stream()).toList();
    }
}
