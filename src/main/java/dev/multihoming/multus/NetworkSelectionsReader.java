package dev.multihoming.multus;

/// Reads a networks annotation exactly as Multus does (facts A2 to A4).
public final class NetworkSelectionsReader {
    private NetworkSelectionsReader() {}

    /// `text` is the annotation's value, not empty.
    public static NetworkSelections read(String text) {
        throw new UnsupportedOperationException("under construction: " + text);
    }
}
