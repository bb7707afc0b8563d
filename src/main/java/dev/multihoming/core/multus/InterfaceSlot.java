package dev.multihoming.core.multus;

import dev.multihoming.core.json.TextEdit;

/// Where an element's interface name stands in the annotation, or would stand.
///
/// @param span what a new name replaces; empty where nothing is to be replaced
/// @param before what must stand between that place and the name: a quote, an `@`, a JSON key
/// @param after what must follow the name
public record InterfaceSlot(Span span, String before, String after) {
    /// The edit that makes `name` the element's interface name.
    public TextEdit write(String name) {
        return new TextEdit(span.start(), span.end(), before + name + after);
    }
}
