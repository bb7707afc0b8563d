package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Style;
import java.util.Arrays;

/// Finds a plain or quoted value in its source.
final class FlowWalk {
    private final String source;
    private final String value;
    private final Style style;
    private final int[] units;
    private int at;
    private int found;

    /// Fills `units`, which has one place more than `value` has units.
    FlowWalk(String source, String value, Style style, int[] units) {
        this.source = source;
        this.value = value;
        this.style = style;
        this.units = units;
    }

    /// Whether the value stands at `start`.
    boolean walk(int start) {
        at = style == Style.PLAIN ? start : start + 1;
        while (found < value.length()) {
            if (at >= source.length() || !next()) {
                return false;
            }
        }
        units[found] = at;
        return true;
    }

    private boolean next() {
        char c = source.charAt(at);
        if (style == Style.DOUBLE_QUOTED && c == '\\') {
            return escape();
        }
        if (style == Style.SINGLE_QUOTED && c == '\'') {
            return take("'", 2);
        }
        int end = pastSpace(at);
        return isBreakIn(at, end) ? fold(end) : take(String.valueOf(c), 1);
    }

    /// Takes so many units of the source for `text` of the value.
    private boolean take(String text, int length) {
        if (!value.startsWith(text, found)) {
            return false;
        }
        Arrays.fill(units, found, found + text.length(), at);
        found += text.length();
        at += length;
        return true;
    }

    /// One line break is a space, each further one a line feed; spaces around them are nothing.
    private boolean fold(int end) {
        int breaks = Breaks.count(source, at, end);
        String folded = breaks == 1 ? " " : "\n".repeat(breaks - 1);
        return take(folded, end - at);
    }

    private boolean escape() {
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (kind == '\n' || kind == '\r') {
            // The value goes on in the next line as if there were none; empty lines between count.
            int end = pastSpace(at + 1);
            return take("\n".repeat(Breaks.count(source, at + 1, end) - 1), end - at);
        }
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits == 0) {
            // Whatever it is short for; which one the reader of the value knew.
            return take(value.substring(found, found + 1), 2);
        }
        int end = Math.min(source.length(), at + 2 + digits);
        return take(Character.toString(Integer.parseInt(source, at + 2, end, 16)), 2 + digits);
    }

    private int pastSpace(int from) {
        int end = from;
        while (end < source.length() && " \t\r\n".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean isBreakIn(int from, int to) {
        return Breaks.count(source, from, to) > 0;
    }
}
