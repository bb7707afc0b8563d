package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A port of the node that leads to one of the pod, as a selection or a config asks for it (CNI conventions,
/// the capability `portMappings`).
///
/// @param hostPort on the node; empty where it is absent or not a whole number
/// @param containerPort of the pod; the same
/// @param protocol as written; empty where it is absent
/// @param hostIp the node's address; empty for all of them
/// @param span where it stands in the text
/// @param protocolSpan where the protocol stands there, with its quotes; empty where it is absent
public record PortMapping(
        OptionalLong hostPort,
        OptionalLong containerPort,
        String protocol,
        String hostIp,
        Span span,
        Span protocolSpan) {
    /// Those of every member that some reader takes for the key `portMappings`.
    public static List<PortMapping> in(JsonObject object) {
        List<JsonMember> members = object.members().stream()
                .filter(member -> GoKeys.foldsTo(member.key(), "portMappings"))
                .toList();
        return members.isEmpty()
                ? List.of()
                : members.stream().flatMap(member -> of(member.value())).toList();
    }

    private static Stream<PortMapping> of(Json value) {
        return value instanceof JsonArray array
                ? array.elements().stream().flatMap(PortMapping::element)
                : Stream.empty();
    }

    /// A `null` is a mapping without ports; what is neither is of the wrong type, which other rules find.
    private static Stream<PortMapping> element(Json element) {
        return switch (element) {
            case JsonObject mapping -> Stream.of(of(mapping));
            case JsonNull nothing -> {
                Span span = new Span(nothing.start(), nothing.end());
                yield Stream.of(new PortMapping(OptionalLong.empty(), OptionalLong.empty(), "", "", span, span));
            }
            case JsonArray _, JsonString _, JsonNumber _, JsonBoolean _ -> Stream.empty();
        };
    }

    private static PortMapping of(JsonObject mapping) {
        Span none = new Span(mapping.start(), mapping.start());
        return new PortMapping(
                number(mapping, "hostPort"),
                number(mapping, "containerPort"),
                GoFields.text(mapping, "protocol"),
                GoFields.text(mapping, "hostIP"),
                new Span(mapping.start(), mapping.end()),
                GoFields.set(mapping, "protocol")
                        .map(JsonMember::value)
                        .filter(JsonString.class::isInstance)
                        .map(text -> new Span(text.start(), text.end()))
                        .orElse(none));
    }

    private static OptionalLong number(JsonObject mapping, String key) {
        return GoFields.set(mapping, key).map(JsonMember::value).stream()
                .filter(JsonNumber.class::isInstance)
                .map(number -> GoNumbers.whole((JsonNumber) number))
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
