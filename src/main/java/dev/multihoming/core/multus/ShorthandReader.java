package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.schema.SchemaViolations;
import java.util.ArrayList;
import java.util.List;

/// Reads the form `namespace/name@interface`, separated by commas, as Multus splits it
/// (node-behavior.md#shorthand-list).
///
/// The order matters: commas, then slashes, then the `@` of the last part; each piece is trimmed.
final class ShorthandReader {
    private static final String FORM = "Write each network as name, name@interface or namespace/name";

    private final String text;
    private final TextPositions positions;
    private final SchemaViolations violations;
    private final List<NetworkSelection> items = new ArrayList<>();

    ShorthandReader(String text) {
        this.text = text;
        this.positions = new TextPositions(text);
        this.violations = new SchemaViolations();
    }

    NetworkSelections read() {
        int position = 0;
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            position++;
            item(position, start, end);
            start = end + 1;
        }
        return new NetworkSelections(
                positions, NetworkSelections.Form.SHORTHAND, position, items, false, violations.list(), List.of());
    }

    private void item(int position, int start, int end) {
        Span item = GoSpace.trim(text, start, end);
        if (item.start() == item.end()) {
            empty(position, start, end);
            return;
        }
        int slash = text.indexOf('/', item.start(), item.end());
        boolean hasNamespace = slash >= 0;
        int nameStart = hasNamespace ? slash + 1 : item.start();
        int at = text.indexOf('@', nameStart, item.end());
        if (repeats(position, '/', slash, item) || repeats(position, '@', at, item)) {
            return;
        }
        Span namespace = hasNamespace ? GoSpace.trim(text, item.start(), slash) : new Span(nameStart, nameStart);
        Span name = GoSpace.trim(text, nameStart, at >= 0 ? at : item.end());
        boolean located = isNamespace(position, namespace);
        boolean named = isName(position, name, item);
        if (located && named) {
            items.add(selection(position, item, namespace, name, at));
        }
    }

    private NetworkSelection selection(int position, Span item, Span namespace, Span name, int at) {
        // Where there is an `@` with nothing behind it, the name goes there.
        Span interfaceName =
                at < 0 ? new Span(name.end(), name.end()) : GoSpace.trim(text, at + 1, Math.max(at + 1, item.end()));
        return new NetworkSelection(
                position,
                namespace.of(text),
                name.of(text),
                interfaceName.of(text),
                List.of(),
                "",
                "",
                "",
                List.of(),
                null,
                null,
                item,
                new InterfaceSlot(interfaceName, at < 0 ? "@" : "", ""));
    }

    private void empty(int position, int start, int end) {
        if (start == 0 && end == text.length()) {
            violations.addSyntax(
                    JsonPath.ROOT,
                    start,
                    "a blank text, which Multus takes for one network without a name",
                    "Remove the annotation, or name a network");
            return;
        }
        violations.addSyntax(
                at(position),
                end == text.length() ? Math.max(0, start - 1) : end,
                "an empty item, which Multus takes for a network without a name",
                "Remove the comma that is too many");
    }

    private boolean repeats(int position, char separator, int first, Span item) {
        int second = first < 0 ? -1 : text.indexOf(separator, first + 1, item.end());
        if (second < 0) {
            return false;
        }
        violations.addSyntax(
                at(position),
                second,
                "a second '%s' in %s".formatted(separator, Quoted.of(item.of(text))),
                FORM + ", and separate networks with commas");
        return true;
    }

    private boolean isNamespace(int position, Span span) {
        String namespace = span.of(text);
        if (namespace.isEmpty() || NadName.isNamespace(namespace)) {
            return true;
        }
        violations.addSyntax(
                at(position),
                span.start(),
                "the namespace %s is none that Kubernetes allows".formatted(Quoted.of(namespace)),
                namespace.indexOf('@') >= 0
                        ? FORM
                        : "Write the namespace in lower-case letters, digits and '-', at most 63");
        return false;
    }

    private boolean isName(int position, Span span, Span item) {
        String name = span.of(text);
        if (NadName.isLabel(name)) {
            return true;
        }
        String fact = name.isEmpty()
                ? "no name of a network in " + Quoted.of(item.of(text))
                : "%s is no name that Multus takes here".formatted(Quoted.of(name));
        violations.addSyntax(at(position), span.start(), fact, remedy(name));
        return false;
    }

    private static String remedy(String name) {
        if (name.isEmpty()) {
            return FORM;
        }
        if (NadName.isName(name)) {
            return "Write the annotation as JSON, where a name may have dots: [%s]"
                    .formatted(ShorthandItem.named(name).toJson());
        }
        if (name.chars().anyMatch(c -> GoSpace.isSpace((char) c))) {
            return "Separate networks with commas";
        }
        return NadName.mended(name)
                .map(mended -> "Write " + Quoted.of(mended) + ", if that is the network's name")
                .orElse("Write the network's name: lower-case letters and digits, with '-' only between them");
    }

    private static JsonPath at(int position) {
        return JsonPath.ROOT.child(position - 1);
    }
}
