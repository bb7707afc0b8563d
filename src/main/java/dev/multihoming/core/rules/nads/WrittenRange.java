package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A range of addresses that a network gives to pods (facts C15, C16).
///
/// @param offset where the object that holds it starts
/// @param text as written
record WrittenRange(JsonPath path, int offset, String text, IpSubnet subnet) {
    /// Of the IPAM plugins that are known, and of OVN-Kubernetes.
    static Stream<WrittenRange> allIn(JudgedConfig config) {
        return config.plugins().stream().flatMap(WrittenRange::of);
    }

    private static Stream<WrittenRange> of(CniConfig.Plugin plugin) {
        Stream<WrittenRange> own = plugin.type().equals(OvnNetwork.TYPE)
                ? Stream.of(GoFields.text(plugin.object(), "subnets").split(",", -1))
                        // A layer 3 subnet is followed by the length of each node's part.
                        .map(subnet -> subnet.strip().replaceFirst("(/[0-9]+)/[0-9]+$", "$1"))
                        .flatMap(subnet -> read(plugin.path().child("subnets"), plugin.object(), subnet))
                : Stream.empty();
        return Stream.concat(
                own,
                GoFields.object(plugin.object(), "ipam").stream()
                        .flatMap(ipam -> ofIpam(plugin.path().child("ipam"), ipam)));
    }

    private static Stream<WrittenRange> ofIpam(JsonPath path, JsonObject ipam) {
        return switch (GoFields.text(ipam, "type")) {
            case "host-local" ->
                Stream.concat(read(path, ipam, GoFields.text(ipam, "subnet")), nested(path, ipam, "ranges", "subnet"));
            case "static" -> nested(path, ipam, "addresses", "address");
            case "whereabouts" ->
                Stream.concat(read(path, ipam, GoFields.text(ipam, "range")), nested(path, ipam, "ipRanges", "range"));
            default -> Stream.empty();
        };
    }

    /// Of the objects of a list, or of the lists in it.
    private static Stream<WrittenRange> nested(JsonPath path, JsonObject object, String list, String key) {
        return GoFields.list(object, list).stream()
                .flatMap(elements -> IntStream.range(0, elements.elements().size())
                        .boxed()
                        .flatMap(i -> element(
                                path.child(list).child(i), elements.elements().get(i), key)));
    }

    private static Stream<WrittenRange> element(JsonPath path, Json element, String key) {
        return switch (element) {
            case JsonObject object -> read(path, object, GoFields.text(object, key));
            case JsonArray set ->
                IntStream.range(0, set.elements().size())
                        .boxed()
                        .flatMap(i -> set.elements().get(i) instanceof JsonObject object
                                ? read(path.child(i), object, GoFields.text(object, key))
                                : Stream.empty());
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> Stream.empty();
        };
    }

    private static Stream<WrittenRange> read(JsonPath path, JsonObject object, String text) {
        return IpSubnet.parse(text).filter(subnet -> !subnet.isMixed()).stream()
                .map(subnet -> new WrittenRange(path, object.start(), text, subnet));
    }
}
