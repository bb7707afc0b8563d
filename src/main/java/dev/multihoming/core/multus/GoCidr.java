package dev.multihoming.core.multus;

/// What Go's `net.ParseCIDR` takes: an address, a slash and a prefix length of plain digits (facts A4).
public final class GoCidr {
    private GoCidr() {}

    /// Whether Go reads it.
    public static boolean parses(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        int prefixLength = digits(text, slash + 1);
        return GoIp.parse(text.substring(0, slash))
                .filter(address -> prefixLength >= 0 && prefixLength <= address.bits())
                .isPresent();
    }

    /// The number written from there to the end, leading zeros allowed; -1 where none is, or a huge one.
    private static int digits(String text, int from) {
        int number = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            number = number * 10 + (c - '0');
            if (c < '0' || c > '9' || number > 128) {
                return -1;
            }
        }
        return from == text.length() ? -1 : number;
    }
}
