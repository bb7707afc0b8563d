package dev.multihoming.multus;

import java.util.regex.Pattern;

/// What Go's `net.ParseMAC` takes: 6, 8 or 20 bytes in hexadecimal, as pairs with one kind of separator (`:`
/// or `-`) or as groups of four digits with dots (facts A4).
public final class GoMac {
    private static final Pattern FORM = Pattern.compile(
            pairs(6) + "|" + pairs(8) + "|" + pairs(20) + "|" + quads(3) + "|" + quads(4) + "|" + quads(10));

    private GoMac() {}

    /// Whether Go reads it.
    public static boolean parses(String text) {
        return FORM.matcher(text).matches();
    }

    private static String pairs(int count) {
        return "(?:HH(?::HH){N}|HH(?:-HH){N})"
                .replace("HH", "[0-9a-fA-F]{2}")
                .replace("N", Integer.toString(count - 1));
    }

    private static String quads(int count) {
        return "HHHH(?:\\.HHHH){N}".replace("HHHH", "[0-9a-fA-F]{4}").replace("N", Integer.toString(count - 1));
    }
}
