package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the addresses of a network come from, as flags say it.
///
/// @param type of the IPAM plugin; empty for none
/// @param subnets with prefix lengths
/// @param addresses that every pod gets, with prefix lengths
/// @param routes `destination` or `destination=gateway`
/// @param excluded what is not given away
public record AddressPlan(
        String type,
        List<String> subnets,
        @Nullable String rangeStart,
        @Nullable String rangeEnd,
        @Nullable String gateway,
        List<String> addresses,
        List<String> routes,
        List<String> excluded) {
    public AddressPlan {
        subnets = List.copyOf(subnets);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        excluded = List.copyOf(excluded);
    }

    /// What OVN-Kubernetes, which gives addresses itself, has for it.
    Map<String, String> ofOvn() {
        if (!type.isEmpty()) {
            throw new BadDraft("OVN-Kubernetes gives addresses itself: leave --ipam out");
        }
        allow(List.of("--subnet", "--exclude"), "OVN-Kubernetes");
        Map<String, String> fields = new TreeMap<>();
        if (!subnets.isEmpty()) {
            fields.put("subnets", String.join(",", subnets));
        }
        if (!excluded.isEmpty()) {
            fields.put("excludeSubnets", String.join(",", excluded));
        }
        return fields;
    }

    /// Whether pods name their addresses themselves, for want of any here.
    boolean isBroughtByPods() {
        return type.equals("static") && addresses.isEmpty();
    }

    /// The config's `ipam`; empty for a network of layer 2.
    Optional<ObjectNode> ipam() {
        ObjectNode ipam = JsonNodeFactory.instance.objectNode().put("type", type);
        switch (type) {
            case "" -> {
                allow(List.of(), "a network without --ipam");
                return Optional.empty();
            }
            case "host-local" -> hostLocal(ipam);
            case "whereabouts" -> whereabouts(ipam);
            case "static" -> constant(ipam);
            case "dhcp" -> {
                allow(List.of(), type);
                // eth0 keeps the default route: a router that the server names would take it.
                ipam.putArray("request").addObject().put("skipDefault", true).put("option", "routers");
            }
            default -> allow(List.of(), type);
        }
        return Optional.of(ipam);
    }

    private void hostLocal(ObjectNode ipam) {
        allow(List.of("--subnet", "--range-start", "--range-end", "--gateway", "--route"), type);
        List<String> ranges = ranged();
        if (ranges.size() == 1) {
            ipam.put("subnet", ranges.getFirst());
        } else {
            ArrayNode sets = ipam.putArray("ranges");
            ranges.forEach(subnet -> sets.addArray().addObject().put("subnet", subnet));
        }
        put(ipam, "rangeStart", rangeStart);
        put(ipam, "rangeEnd", rangeEnd);
        put(ipam, "gateway", gateway);
        routes(ipam);
    }

    private void whereabouts(ObjectNode ipam) {
        allow(List.of("--subnet", "--range-start", "--range-end", "--gateway", "--route", "--exclude"), type);
        List<String> ranges = ranged();
        if (ranges.size() == 1) {
            ipam.put("range", ranges.getFirst());
        } else {
            ArrayNode list = ipam.putArray("ipRanges");
            ranges.forEach(range -> list.addObject().put("range", range));
        }
        put(ipam, "range_start", rangeStart);
        put(ipam, "range_end", rangeEnd);
        put(ipam, "gateway", gateway);
        if (!excluded.isEmpty()) {
            ArrayNode list = ipam.putArray("exclude");
            excluded.forEach(list::add);
        }
        routes(ipam);
    }

    /// The same for every pod, which works for one at a time.
    private void constant(ObjectNode ipam) {
        allow(List.of("--address", "--gateway", "--route"), type);
        if (!addresses.isEmpty()) {
            ArrayNode list = ipam.putArray("addresses");
            addresses.forEach(address -> put(list.addObject().put("address", address), "gateway", gateway));
        }
        routes(ipam);
    }

    /// The subnets; where there are several, nothing can be said of one of them.
    private List<String> ranged() {
        if (subnets.size() > 1 && (rangeStart != null || rangeEnd != null || gateway != null)) {
            throw new BadDraft(
                    "with several --subnet write --range-start, --range-end and --gateway with --set ipam.…");
        }
        return subnets;
    }

    private void routes(ObjectNode ipam) {
        if (routes.isEmpty()) {
            return;
        }
        ArrayNode list = ipam.putArray("routes");
        for (String route : routes) {
            String[] ends = route.split("=", 2);
            put(list.addObject().put("dst", ends[0]), "gw", ends.length == 1 ? null : ends[1]);
        }
    }

    /// Nothing on the command line is left out in silence.
    private void allow(List<String> flags, String who) {
        given().entrySet().stream()
                .filter(flag -> flag.getValue() && !flags.contains(flag.getKey()))
                .findFirst()
                .ifPresent(flag -> {
                    throw new BadDraft("%s has no use for %s".formatted(who, flag.getKey()));
                });
    }

    private Map<String, Boolean> given() {
        return new TreeMap<>(Map.of(
                "--subnet", !subnets.isEmpty(),
                "--range-start", rangeStart != null,
                "--range-end", rangeEnd != null,
                "--gateway", gateway != null,
                "--address", !addresses.isEmpty(),
                "--route", !routes.isEmpty(),
                "--exclude", !excluded.isEmpty()));
    }

    private static void put(ObjectNode object, String key, @Nullable String value) {
        if (value != null) {
            object.put(key, value);
        }
    }
}
