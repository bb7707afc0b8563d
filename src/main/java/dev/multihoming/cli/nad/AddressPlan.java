package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        return model().filter(AddressModel.Fixed.class::isInstance).isPresent() && addresses.isEmpty();
    }

    private Optional<AddressModel> model() {
        return KnownPlugins.ipam(type).map(IpamPlugin::addresses);
    }

    /// The config's `ipam`; empty for a network of layer 2.
    Optional<ObjectNode> ipam() {
        if (type.isEmpty()) {
            allow(List.of(), "a network without --ipam");
            return Optional.empty();
        }
        ObjectNode ipam = JsonNodeFactory.instance.objectNode().put("type", type);
        model().ifPresentOrElse(model -> fill(ipam, model), () -> allow(List.of(), type));
        return Optional.of(ipam);
    }

    private void fill(ObjectNode ipam, AddressModel model) {
        switch (model) {
            case AddressModel.Pool pool -> ranges(ipam, pool);
            case AddressModel.Fixed fixed -> constant(ipam, fixed);
            case AddressModel.Server _ -> {
                allow(List.of(), type);
                // eth0 keeps the default route: a router that the server names would take it.
                ipam.putArray("request").addObject().put("skipDefault", true).put("option", "routers");
            }
        }
    }

    private void ranges(ObjectNode ipam, AddressModel.Pool pool) {
        Stream<String> flags = Stream.of("--subnet", "--range-start", "--range-end", "--gateway", "--route");
        allow(
                Stream.concat(flags, pool.exclude().map(_ -> "--exclude").stream())
                        .toList(),
                type);
        List<String> ranges = ranged();
        if (ranges.size() == 1) {
            ipam.put(pool.range(), ranges.getFirst());
        } else {
            ArrayNode list = ipam.putArray(pool.list());
            ranges.forEach(range ->
                    (pool.inSets() ? list.addArray() : list).addObject().put(pool.range(), range));
        }
        put(ipam, pool.first(), rangeStart);
        put(ipam, pool.last(), rangeEnd);
        put(ipam, "gateway", gateway);
        pool.exclude().filter(_ -> !excluded.isEmpty()).ifPresent(key -> {
            ArrayNode list = ipam.putArray(key);
            excluded.forEach(list::add);
        });
        routes(ipam);
    }

    /// The same for every pod, which works for one at a time.
    private void constant(ObjectNode ipam, AddressModel.Fixed fixed) {
        allow(List.of("--address", "--gateway", "--route"), type);
        if (!addresses.isEmpty()) {
            ArrayNode list = ipam.putArray(fixed.list());
            addresses.forEach(address -> put(list.addObject().put(fixed.address(), address), "gateway", gateway));
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
