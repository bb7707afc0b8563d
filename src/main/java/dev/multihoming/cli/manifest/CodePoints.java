package dev.multihoming.cli.manifest;

import org.jspecify.annotations.Nullable;

/// From the code points that the YAML reader counts to the UTF-16 units of a text.
final class CodePoints {
    private final int @Nullable [] units;
    private final int length;

    private CodePoints(int @Nullable [] units, int length) {
        this.units = units;
        this.length = length;
    }

    /// Texts without surrogates, nearly all, need no table.
    static CodePoints of(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new CodePoints(null, text.length());
        }
        int[] units = new int[count];
        int unit = 0;
        for (int i = 0; i < count; i++) {
            units[i] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        return new CodePoints(units, text.length());
    }

    int unit(int codePoint) {
        if (units == null) {
            return Math.min(codePoint, length);
        }
        return codePoint < units.length ? units[codePoint] : length;
    }
}
