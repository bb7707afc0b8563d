package dev.multihoming.core.multus;

/// Addresses as `ParseIPSloppy` and `ParseCIDRSloppy` of `k8s.io/utils/net` read them: the parts of an IPv4 address may
/// have leading zeros, which do not make them octal, and so may the groups of an IPv6 address, of which other readers
/// take at most four digits (node-behavior.md#whereabouts).
public final class SloppyIp {
    private static final int HEX = 16;

    private SloppyIp() {}

    /// The same address, network or `first-last/prefix` without leading zeros in its parts and groups.
    public static String strict(String text) {
        StringBuilder strict = new StringBuilder(text.length());
        boolean isLeading = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDropped =
                    isLeading && c == '0' && i + 1 < text.length() && Character.digit(text.charAt(i + 1), HEX) >= 0;
            if (!isDropped) {
                strict.append(c);
                isLeading = c == '.' || c == ':' || c == '-';
            }
        }
        return strict.toString();
    }
}
