package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.ObjectEdit;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.schema.Decoding;
import dev.multihoming.core.schema.RepeatedKey;
import dev.multihoming.core.schema.SchemaCheck;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.schema.SchemaViolations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one object of the JSON form (node-behavior.md#json-elements).
final class JsonElementReader {
    private final int position;
    private final JsonObject element;
    private final TextPositions positions;
    private final SchemaViolations violations;
    private final SchemaViolations ambiguities;

    JsonElementReader(
            int position,
            JsonObject element,
            TextPositions positions,
            SchemaViolations violations,
            SchemaViolations ambiguities) {
        this.position = position;
        this.element = element;
        this.positions = positions;
        this.violations = violations;
        this.ambiguities = ambiguities;
    }

    /// The element; empty where its name, namespace or interface cannot be told.
    Optional<NetworkSelection> read() {
        check();
        return isUsable() ? Optional.of(selection()) : Optional.empty();
    }

    private void check() {
        JsonPath path = JsonPath.ROOT.child(position - 1);
        SchemaCheck.of(path, element, SelectionKeys.ELEMENT, Decoding.DIRECT, this::add);
        RepeatedKey.allIn(path, element).forEach(key -> add(key.violation(positions::character)));
    }

    private void add(SchemaViolation violation) {
        (violation.kind().isAmbiguity() ? ambiguities : violations).accept(violation);
    }

    private boolean isUsable() {
        String namespace = string(SelectionKeys.NAMESPACE);
        return isText(SelectionKeys.NAME)
                && isText(SelectionKeys.NAMESPACE)
                && isText(SelectionKeys.INTERFACE)
                && isText(SelectionKeys.INTERFACE_REQUEST)
                && NadName.isName(string(SelectionKeys.NAME))
                && (namespace.isEmpty() || NadName.isNamespace(namespace));
    }

    private NetworkSelection selection() {
        String requested = string(SelectionKeys.INTERFACE);
        return new NetworkSelection(
                position,
                string(SelectionKeys.NAMESPACE),
                string(SelectionKeys.NAME),
                requested.isEmpty() ? string(SelectionKeys.INTERFACE_REQUEST) : requested,
                defaultRoutes(),
                string(SelectionKeys.MAC),
                string(SelectionKeys.GUID),
                string(SelectionKeys.DEVICE_ID),
                PortMapping.in(element),
                GoFields.object(element, SelectionKeys.CNI_ARGS).orElse(null),
                element,
                new Span(element.start(), element.end()),
                slot());
    }

    /// Of the list that counts, those that are addresses.
    private List<GoIp> defaultRoutes() {
        return GoFields.list(element, SelectionKeys.DEFAULT_ROUTE)
                .map(gateways -> gateways.elements().stream()
                        .flatMap(gateway ->
                                gateway instanceof JsonString text ? GoIp.parse(text.value()).stream() : Stream.empty())
                        .toList())
                .orElse(List.of());
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
        TextEdit edit = ObjectEdit.append(positions.text(), element, SelectionKeys.INTERFACE, "\"\"");
        String upToTheName = edit.replacement().substring(0, edit.replacement().length() - 1);
        return new InterfaceSlot(new Span(edit.start(), edit.end()), upToTheName, "\"");
    }

    /// Whether that field decodes into a Go string; where not, that is a violation.
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
