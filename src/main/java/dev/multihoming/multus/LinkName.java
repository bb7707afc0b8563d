package dev.multihoming.multus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// What Linux accepts as the name of a network interface (facts E).
public final class LinkName {
    /// IFNAMSIZ is 16 with the closing zero byte.
    public static final int MAX_BYTES = 15;

    /// The kernel keeps settings of all and of future interfaces under these names (facts A5); `lo` is taken.
    private static final Set<String> RESERVED = Set.of("all", "default", "lo");

    private LinkName() {}

    /// Why no interface can have this name, completing "… "; empty where one can.
    public static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("is " + bytes + " bytes long, and Linux allows " + MAX_BYTES);
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("is a path, not a name");
        }
        if (RESERVED.contains(name)) {
            return Optional.of("is a name that Linux keeps for itself");
        }
        return name.codePoints()
                .filter(LinkName::isForbidden)
                .mapToObj(c -> "contains " + described(c))
                .findFirst();
    }

    /// `%` would make the kernel fill in a number (facts A5).
    private static boolean isForbidden(int c) {
        return c == '/' || c == ':' || c == '%' || c == 0 || isSpace(c);
    }

    /// Go's `unicode.IsSpace`, which libcni asks.
    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
    }

    private static String described(int c) {
        return isSpace(c) ? "white space" : c == 0 ? "a zero byte" : "'" + Character.toString(c) + "'";
    }
}
