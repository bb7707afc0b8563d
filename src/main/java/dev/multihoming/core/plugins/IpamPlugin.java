package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is known about one IPAM plugin, whose config is the `ipam` of another plugin's.
public interface IpamPlugin {
    /// Its config: fields and their forms, required fields, exclusions.
    PluginSpec spec();

    /// The oldest cniVersion it takes; [CniVersion#ABSENT] where it takes all.
    CniVersion cniVersionFloor();

    /// Where its addresses come from, and how its config names them.
    AddressModel addresses();

    /// What it does with `ips` of a selection.
    IpsHandling ips();

    /// The capabilities whose runtimeConfig it reads.
    Set<String> capabilities();

    /// The fields that a person fills in, in the order of a form.
    List<FormField> form();

    default Set<String> types() {
        return spec().types();
    }

    default List<Field> fields() {
        return spec().fields();
    }

    /// Whether it fails on ranges that do not fit together.
    default boolean checksRanges() {
        return false;
    }

    /// How many bits of an address a range must leave for hosts, where nothing else about ranges fails; 0 where
    /// it need not leave any.
    default int hostBits() {
        return 0;
    }

    /// What to write in place of a key that another IPAM plugin reads, an imperative sentence; empty for no advice.
    default Optional<String> insteadOf(String key) {
        return Optional.empty();
    }

    /// The fields of the config around it whose text it hands to another program of the node, or uses as a path there.
    default List<HandedOn> handedOn() {
        return List.of();
    }

    /// The addresses that each pod gets; empty where only the node knows one of them, or one cannot be read. The
    /// gateway of the config is that of each.
    default List<AssignedAddress> assigned(JsonObject ipam) {
        Optional<IpAddress> gateway = IpAddress.parse(GoFields.text(ipam, "gateway"));
        List<RangeText> ranges = ranges(JsonPath.ROOT, ipam).toList();
        List<AssignedAddress> assigned = ranges.stream()
                .flatMap(range -> range.subnet().stream())
                .map(subnet -> new AssignedAddress(subnet, gateway))
                .toList();
        return assigned.size() == ranges.size() ? assigned : List.of();
    }

    /// Whether it refuses two addresses of one family where the CNI version is older than 0.3.0.
    default boolean countsAddresses() {
        return false;
    }

    /// What it does to the pod's default route besides `routes`, which all of them have.
    default Stream<DefaultRouteUse> defaultRoutes(JsonPath path, JsonObject ipam) {
        return Stream.empty();
    }

    /// The sets of ranges that it assigns from: one address of each set. Empty where it has none, or they cannot be
    /// told from its config.
    default List<List<AddressRange>> pools(JsonObject ipam) {
        return List.of();
    }

    /// The addresses that it gives to every pod.
    default List<IpSubnet> fixed(JsonObject ipam) {
        return addresses() instanceof AddressModel.Fixed
                ? ranges(JsonPath.ROOT, ipam)
                        .flatMap(range -> IpSubnet.parse(range.text()).stream())
                        .toList()
                : List.of();
    }

    /// The addresses that it assigns, with who keeps the account of them. One that keeps none that reaches beyond its
    /// node needs no answer of its own.
    default List<AddressPool> addressPools(JsonObject ipam) {
        return Stream.concat(
                        pools(ipam).stream()
                                .flatMap(List::stream)
                                .map(range -> AddressPool.of(range, List.of(), Set.of())),
                        fixed(ipam).stream().map(AddressPool::fixed))
                .toList();
    }

    /// The addresses that it takes from the config around its own, and gives to every pod.
    default List<IpSubnet> fixedAround(JsonObject config) {
        return List.of();
    }

    /// The ranges and addresses that its config names.
    default Stream<RangeText> ranges(JsonPath path, JsonObject ipam) {
        return switch (addresses()) {
            case AddressModel.Pool pool ->
                Stream.concat(
                        RangeText.at(path, ipam, pool.range()),
                        RangeText.inList(path, ipam, pool.list(), pool.range()));
            case AddressModel.Fixed fixed -> RangeText.inList(path, ipam, fixed.list(), fixed.address());
            case AddressModel.Server _ -> Stream.empty();
        };
    }
}
