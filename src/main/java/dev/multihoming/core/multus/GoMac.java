package dev.multihoming.core.multus;

import java.util.Locale;

/// What Go's `net.ParseMAC` takes: 6, 8 or 20 bytes in hexadecimal, as pairs with one kind of separator (`:`
/// or `-`) or as groups of four digits with dots (node-behavior.md#mac-addresses).
public final class GoMac {
    private static final int PAIR = 2;
    private static final int QUAD = 4;

    private GoMac() {}

    /// Whether Go reads it.
    public static boolean parses(String text) {
        if (text.length() <= QUAD) {
            return false;
        }
        return switch (text.charAt(PAIR)) {
            case ':' -> isGrouped(text, PAIR, ':');
            case '-' -> isGrouped(text, PAIR, '-');
            default -> isGrouped(text, QUAD, '.');
        };
    }

    /// How many bytes Go reads in it; 0 where it reads none.
    public static int bytes(String text) {
        if (!parses(text)) {
            return 0;
        }
        return text.charAt(PAIR) == ':' || text.charAt(PAIR) == '-'
                ? (text.length() + 1) / (PAIR + 1)
                : (text.length() + 1) / (QUAD + 1) * 2;
    }

    /// The same for all spellings of one address; what is no address stays as it is.
    public static String canonical(String text) {
        return parses(text)
                ? text.replaceAll("[:.-]", "").replaceAll("(..)(?!$)", "$1:").toLowerCase(Locale.ROOT)
                : text;
    }

    /// Whether it is groups of that many digits with that separator between them, and as many bytes as an address has.
    private static boolean isGrouped(String text, int digits, char separator) {
        int step = digits + 1;
        int groups = (text.length() + 1) / step;
        if ((text.length() + 1) % step != 0 || !isLength(groups * digits / 2)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i % step == digits ? c != separator : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLength(int bytes) {
        return bytes == 6 || bytes == 8 || bytes == 20;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
