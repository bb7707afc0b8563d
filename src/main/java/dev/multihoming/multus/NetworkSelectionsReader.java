package dev.multihoming.multus;

/// Reads a networks annotation exactly as Multus does (facts A2 to A4).
///
/// Three things are left to rules, because they are the same in both forms: which interface names can be had
/// ([InterfaceName]), how many elements there may be, and how many default routes.
public final class NetworkSelectionsReader {
    private NetworkSelectionsReader() {}

    /// `text` is the annotation's value, not empty.
    public static NetworkSelections read(String text) {
        return isJson(text) ? new JsonSelectionsReader(text).read() : new ShorthandReader(text).read();
    }

    /// Multus looks for these three anywhere in the text (facts A2).
    private static boolean isJson(String text) {
        return text.indexOf('[') >= 0 || text.indexOf('{') >= 0 || text.indexOf('"') >= 0;
    }
}
