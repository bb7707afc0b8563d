package dev.multihoming.json;

/// Paths into a JSON document (RFC 6901); the empty one is the document itself.
public final class JsonPointer {
    private JsonPointer() {}

    public static String of(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    public static String of(String parent, int index) {
        return parent + "/" + index;
    }
}
