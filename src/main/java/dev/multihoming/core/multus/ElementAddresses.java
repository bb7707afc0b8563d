package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses of one JSON element: `ips`, `mac`, `infiniband-guid` and `default-route` (facts A4).
///
/// Values of the wrong type are none of its business: the type check tells of those.
final class ElementAddresses {
    private final int item;
    private final JsonObject element;
    private final Flaws flaws;
    private final List<GoIp> defaultRoutes = new ArrayList<>();

    ElementAddresses(int item, JsonObject element, Flaws flaws) {
        this.item = item;
        this.element = element;
        this.flaws = flaws;
    }

    void check() {
        hardware(SelectionKeys.MAC, "a hardware address", "six bytes in hexadecimal, such as \"02:00:00:00:00:01\"");
        hardware(
                SelectionKeys.GUID,
                "an InfiniBand GUID",
                "eight bytes in hexadecimal, such as \"02:00:00:00:00:00:00:01\"");
        GoFields.list(element, SelectionKeys.IPS).stream()
                .flatMap(ElementAddresses::strings)
                .forEach(this::ip);
        readDefaultRoutes();
    }

    /// After the check: the gateways that are addresses.
    List<GoIp> defaultRoutes() {
        return defaultRoutes;
    }

    private void hardware(String field, String what, String remedy) {
        GoFields.set(element, field)
                .map(JsonMember::value)
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .ifPresent(address -> {
                    // Multus takes an empty one for none.
                    if (!address.value().isEmpty() && !GoMac.parses(address.value())) {
                        flaw(field, address, "%s is not " + what, "Write " + remedy);
                    }
                });
    }

    private void ip(Written address) {
        boolean parses = address.text().indexOf('/') >= 0
                ? GoCidr.parses(address.text())
                : GoIp.parse(address.text()).isPresent();
        if (!parses) {
            flaw(
                    SelectionKeys.IPS,
                    address.json(),
                    "%s is not an IP address",
                    "Write an address, with its prefix length where the network wants one, such as \"10.1.2.3/24\"");
        }
    }

    /// These become addresses while Go decodes, so that it also fails on a list that a later one
    /// replaces. What is empty then decodes into no address, and matters only in the list that counts.
    private void readDefaultRoutes() {
        if (GoKeys.winner(element, SelectionKeys.DEFAULT_ROUTE).isEmpty()) {
            return;
        }
        Optional<JsonArray> effective = GoFields.list(element, SelectionKeys.DEFAULT_ROUTE);
        element.members().stream()
                .filter(member -> GoKeys.foldsTo(member.key(), SelectionKeys.DEFAULT_ROUTE))
                .map(JsonMember::value)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(list -> effective.filter(list::equals).isEmpty())
                .flatMap(ElementAddresses::strings)
                .filter(gateway ->
                        !gateway.text().isEmpty() && GoIp.parse(gateway.text()).isEmpty())
                .forEach(this::noGateway);
        effective.stream()
                .flatMap(ElementAddresses::strings)
                .forEach(gateway ->
                        GoIp.parse(gateway.text()).ifPresentOrElse(defaultRoutes::add, () -> noGateway(gateway)));
    }

    private void noGateway(Written gateway) {
        flaw(
                SelectionKeys.DEFAULT_ROUTE,
                gateway.json(),
                "%s is not the address of a gateway",
                gatewayRemedy(gateway.text()));
    }

    private static String gatewayRemedy(String gateway) {
        int slash = gateway.indexOf('/');
        String address = slash < 0 ? "" : gateway.substring(0, slash);
        return GoIp.parse(address).isPresent()
                ? "Write it without the prefix length: \"" + address + "\""
                : "Write an IP address, such as \"10.1.2.1\"";
    }

    private void flaw(String field, Json value, String fact, String remedy) {
        String text = value instanceof JsonString string ? Quoted.of(string.value()) : value.typeName();
        flaws.add(item, Quoted.of(field), value.start(), fact.formatted(text), remedy);
    }

    /// The strings of that list. Go makes an empty string of a `null` in it, which is no address.
    private static Stream<Written> strings(JsonArray list) {
        return list.elements().stream().flatMap(json -> switch (json) {
            case JsonString string -> Stream.of(new Written(json, string.value()));
            case JsonNull _ -> Stream.of(new Written(json, ""));
            case JsonObject _, JsonArray _, JsonNumber _, JsonBoolean _ -> Stream.empty();
        });
    }

    /// A string and where it stands.
    private record Written(Json json, String text) {}
}
