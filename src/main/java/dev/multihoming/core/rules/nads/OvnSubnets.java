package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.review.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The lists of subnets of one OVN-Kubernetes network that its topology reads
/// (node-behavior.md#subnets-of-an-ovn-kubernetes-network).
final class OvnSubnets {
    private static final String SUBNETS = "subnets";
    private static final String EXCLUDED = "excludeSubnets";
    private static final String JOIN = "joinSubnet";
    private static final String LAYER3 = "layer3";

    /// Each entry of these is a part of a subnet.
    private static final List<String> PARTS = List.of(EXCLUDED, "reservedSubnets", "infrastructureSubnets");

    private static final Map<String, List<String>> READ_BY_TOPOLOGY = Map.of(
            LAYER3,
            List.of(SUBNETS, JOIN),
            "layer2",
            List.of(SUBNETS, EXCLUDED, "reservedSubnets", "infrastructureSubnets", JOIN),
            "localnet",
            List.of(SUBNETS, EXCLUDED));

    /// Where there is no `joinSubnet` of the family (ovn-kubernetes, `go-controller/pkg/types/const.go`,
    /// `UserDefinedPrimaryNetworkJoinSubnetV4`).
    private static final List<IpSubnet> JOIN_BY_DEFAULT = Stream.of("100.65.0.0/16", "fd99::/64")
            .flatMap(text -> IpSubnet.parse(text).stream())
            .toList();

    private static final String EXAMPLE =
            "Write subnets with their prefix lengths, with commas between, such as \"10.1.2.0/24,fd00:1::/64\"";

    private final ParsedConfig config;
    private final CniConfig.Plugin plugin;
    private final String topology;

    /// Those that are read, and not blank.
    private final Map<String, List<OvnSubnet>> lists = new LinkedHashMap<>();

    private OvnSubnets(ParsedConfig config, CniConfig.Plugin plugin) {
        this.config = config;
        this.plugin = plugin;
        this.topology = OvnTopology.of(plugin);
        for (String key : READ_BY_TOPOLOGY.getOrDefault(topology, List.of())) {
            List<OvnSubnet> entries = OvnSubnet.list(plugin.object(), key);
            if (!entries.isEmpty()) {
                lists.put(key, entries);
            }
        }
    }

    /// Why OVN-Kubernetes does not take these lists: the first reason of each.
    static Stream<Violation> faults(ParsedConfig config, CniConfig.Plugin plugin) {
        OvnSubnets subnets = new OvnSubnets(config, plugin);
        List<Violation> unreadable = subnets.unreadable().toList();
        // What cannot be read, or Go reads as another family, is compared with nothing.
        return unreadable.isEmpty() && !subnets.areMixed()
                ? Stream.of(subnets.undivided(), subnets.outside(), subnets.overlapping())
                        .flatMap(violations -> violations)
                : unreadable.stream();
    }

    private Stream<Violation> unreadable() {
        return lists.entrySet().stream().flatMap(list -> {
            boolean mayNameNodes = topology.equals(LAYER3) && list.getKey().equals(SUBNETS);
            return list.getValue().stream()
                    .filter(entry -> entry.isUnreadable(mayNameNodes))
                    .findFirst()
                    .flatMap(entry -> observe(
                            list.getKey(),
                            entry.text().isEmpty()
                                    ? "an empty entry"
                                    : Quoted.of(entry.text()) + ", which is no subnet",
                            EXAMPLE))
                    .stream();
        });
    }

    private boolean areMixed() {
        return lists.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.subnet().stream())
                .anyMatch(IpSubnet::isMixed);
    }

    /// Of layer3 each node gets a part of a subnet.
    private Stream<Violation> undivided() {
        if (!topology.equals(LAYER3)) {
            return Stream.empty();
        }
        return lists.getOrDefault(SUBNETS, List.of()).stream()
                .filter(entry -> entry.impossiblePart().isPresent())
                .findFirst()
                .flatMap(
                        entry -> observe(
                                SUBNETS,
                                "%s, which cannot be divided into parts of /%d for the nodes"
                                        .formatted(
                                                Quoted.of(entry.text()),
                                                entry.impossiblePart().orElseThrow()),
                                entry.text().contains(":")
                                        ? "Write a subnet larger than /64, and no other part than /64, such as \"fd00:1::/48/64\""
                                        : "Write a part smaller than the subnet (the default is /24), such as \"10.128.0.0/16/24\""))
                .stream();
    }

    private Stream<Violation> outside() {
        OvnSubnetCover cover = OvnSubnetCover.of(all(SUBNETS));
        return PARTS.stream()
                .flatMap(key -> lists.getOrDefault(key, List.of()).stream()
                        .filter(entry -> !cover.covers(entry.subnet().orElseThrow()))
                        .findFirst()
                        .flatMap(entry -> observe(
                                key,
                                Quoted.of(entry.text())
                                        + (lists.containsKey(SUBNETS)
                                                ? ", which is not within one of the \"subnets\""
                                                : ", and the network has no \"subnets\""),
                                "Write a part of one of the \"subnets\", or remove it"))
                        .stream());
    }

    /// Not of localnet. What is excluded as a whole is not compared.
    private Stream<Violation> overlapping() {
        if (topology.equals("localnet")) {
            return Stream.empty();
        }
        OvnSubnetCover excluded = OvnSubnetCover.of(all(EXCLUDED));
        List<IpSubnet> own =
                all(SUBNETS).stream().filter(subnet -> !excluded.covers(subnet)).toList();
        return OvnSubnetCover.firstOverlap(own)
                .flatMap(overlap -> observe(
                        SUBNETS,
                        "%s, which overlaps with %s".formatted(text(overlap.inner()), text(overlap.outer())),
                        "Write subnets without common addresses"))
                .or(() -> join().filter(join -> !excluded.covers(join))
                        .flatMap(join -> own.stream()
                                .filter(join::overlaps)
                                .limit(1)
                                .flatMap(subnet -> observe(
                                        SUBNETS,
                                        "%s, which overlaps with %s, the subnet that joins its routers"
                                                .formatted(text(subnet), text(join)),
                                        "Write another subnet, or a \"joinSubnet\" that is free")
                                        .stream()))
                        .findFirst())
                .stream();
    }

    /// One of each family, the last one of the written ones.
    private Stream<IpSubnet> join() {
        List<IpSubnet> written = all(JOIN);
        return JOIN_BY_DEFAULT.stream()
                .map(standard -> written.reversed().stream()
                        .filter(subnet -> subnet.width() == standard.width())
                        .findFirst()
                        .orElse(standard));
    }

    private List<IpSubnet> all(String key) {
        return lists.getOrDefault(key, List.of()).stream()
                .flatMap(entry -> entry.subnet().stream())
                .toList();
    }

    private static String text(IpSubnet subnet) {
        return Quoted.of(subnet.network() + "/" + subnet.prefix());
    }

    private Optional<Violation> observe(String key, String what, String remedy) {
        JsonObject object = plugin.object();
        return GoFields.set(object, key)
                .map((JsonMember member) -> new Violation(
                        config.location(plugin.path(), member),
                        "%s has %s".formatted(Quoted.of(member.key()), what),
                        remedy));
    }
}
