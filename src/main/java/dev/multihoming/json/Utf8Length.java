package dev.multihoming.json;

import java.nio.charset.StandardCharsets;

/// How many bytes a text takes as UTF-8.
public final class Utf8Length {
    private Utf8Length() {}

    public static int of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Each unit of a string takes one to three bytes, so most texts need no counting.
    public static boolean exceeds(String text, int bytes) {
        return text.length() > bytes || (text.length() > bytes / 3 && of(text) > bytes);
    }
}
