package dev.multihoming.core.multus;

/// Four decimal numbers up to 255 without leading zeros, with dots between, as Go's `netip` reads them.
final class Ipv4Syntax {
    private Ipv4Syntax() {}

    static boolean matches(String text) {
        return value(text) >= 0;
    }

    /// The address as a number; -1 where the text is not one.
    static long value(String text) {
        long address = 0;
        int parts = 0;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int end = dot < 0 ? text.length() : dot;
            int part = part(text, from, end);
            if (part < 0 || parts == 4) {
                return -1;
            }
            address = (address << 8) | part;
            parts++;
            from = end + 1;
        }
        return parts == 4 ? address : -1;
    }

    private static int part(String text, int from, int end) {
        boolean leadingZero = end - from > 1 && text.charAt(from) == '0';
        if (end == from || end - from > 3 || leadingZero) {
            return -1;
        }
        int part = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            part = part * 10 + (c - '0');
        }
        return part <= 255 ? part : -1;
    }
}
