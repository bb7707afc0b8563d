package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.ObjectEdit;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.json.TextEdit;
import java.util.Optional;

/// Reads one object of the JSON form (facts A4).
final class JsonElementReader {
    private final int position;
    private final JsonObject element;
    private final String text;
    private final Flaws flaws;
    private final Flaws ambiguities;

    JsonElementReader(int position, JsonObject element, String text, Flaws flaws, Flaws ambiguities) {
        this.position = position;
        this.element = element;
        this.text = text;
        this.flaws = flaws;
        this.ambiguities = ambiguities;
    }

    /// The element; empty where its name, namespace or interface cannot be told.
    Optional<NetworkSelection> read() {
        new TypeCheck(position, flaws, ambiguities).element(element);
        ElementAddresses addresses = new ElementAddresses(position, element, flaws);
        addresses.check();
        boolean named = name();
        boolean located = namespace();
        if (!named || !located || !isText(SelectionKeys.INTERFACE) || !isText(SelectionKeys.INTERFACE_REQUEST)) {
            return Optional.empty();
        }
        String requested = string(SelectionKeys.INTERFACE);
        return Optional.of(new NetworkSelection(
                position,
                string(SelectionKeys.NAMESPACE),
                string(SelectionKeys.NAME),
                requested.isEmpty() ? string(SelectionKeys.INTERFACE_REQUEST) : requested,
                addresses.defaultRoutes(),
                string(SelectionKeys.MAC),
                string(SelectionKeys.GUID),
                string(SelectionKeys.DEVICE_ID),
                new Span(element.start(), element.end()),
                slot()));
    }

    private boolean name() {
        if (!isText(SelectionKeys.NAME)) {
            return false;
        }
        String name = string(SelectionKeys.NAME);
        if (NadName.isName(name)) {
            return true;
        }
        int offset = member(SelectionKeys.NAME)
                .map(JsonMember::value)
                .map(Json::start)
                .orElse(element.start());
        if (name.isEmpty()) {
            flaws.add(position, "\"name\"", offset, "no name of a network", "Write \"name\": \"<the network>\"");
        } else {
            flaws.add(
                    position,
                    "\"name\"",
                    offset,
                    "%s is no name that a network can have".formatted(Quoted.of(name)),
                    nameRemedy(name));
        }
        return false;
    }

    /// The short form within a name is the usual slip; the JSON form has a key for each of its parts.
    private static String nameRemedy(String name) {
        return ShorthandItem.of(name)
                .filter(item -> !item.isPlainName())
                .map(item -> "Write " + item.members())
                .or(() -> NadName.mended(name).map(mended -> "Write \"name\": " + Quoted.of(mended)))
                .orElse("Write the name of a network of the namespace: lower-case letters, digits, '-' and '.'");
    }

    private boolean namespace() {
        if (!isText(SelectionKeys.NAMESPACE)) {
            return false;
        }
        String namespace = string(SelectionKeys.NAMESPACE);
        if (namespace.isEmpty() || NadName.isNamespace(namespace)) {
            return true;
        }
        flaws.add(
                position,
                "\"namespace\"",
                member(SelectionKeys.NAMESPACE)
                        .map(JsonMember::value)
                        .map(Json::start)
                        .orElse(element.start()),
                "%s is no name that a namespace can have".formatted(Quoted.of(namespace)),
                "Leave \"namespace\" out for a network of the pod's own namespace");
        return false;
    }

    private InterfaceSlot slot() {
        Optional<JsonMember> written = string(SelectionKeys.INTERFACE).isEmpty()
                        && !string(SelectionKeys.INTERFACE_REQUEST).isEmpty()
                ? member(SelectionKeys.INTERFACE_REQUEST)
                : member(SelectionKeys.INTERFACE);
        return written.map(JsonMember::value)
                .map(value -> new InterfaceSlot(new Span(value.start(), value.end()), "\"", "\""))
                .orElseGet(this::newMember);
    }

    private InterfaceSlot newMember() {
        TextEdit edit = ObjectEdit.append(text, element, SelectionKeys.INTERFACE, "\"\"");
        String upToTheName = edit.replacement().substring(0, edit.replacement().length() - 1);
        return new InterfaceSlot(new Span(edit.start(), edit.end()), upToTheName, "\"");
    }

    /// Whether that field decodes into a Go string; where not, the type check said so.
    private boolean isText(String field) {
        return member(field)
                .map(JsonMember::value)
                .filter(value -> !(value instanceof JsonString || value instanceof JsonNull))
                .isEmpty();
    }

    private String string(String field) {
        return GoFields.text(element, field);
    }

    /// The member that sets the field; where none does, one that only stands there with `null`.
    private Optional<JsonMember> member(String field) {
        return GoFields.set(element, field).or(() -> GoKeys.winner(element, field));
    }
}
