package dev.multihoming.core.multus;

/// Addresses as `ParseIPSloppy` and `ParseCIDRSloppy` of `k8s.io/utils/net` read them: decimal parts may have leading
/// zeros, which do not make them octal (node-behavior.md#whereabouts).
public final class SloppyIp {
    private SloppyIp() {}

    /// The same address, network or `first-last/prefix` without leading zeros in its decimal parts. In the
    /// first group of an IPv6 address they say nothing, either.
    public static String strict(String text) {
        StringBuilder strict = new StringBuilder(text.length());
        boolean isLeading = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDropped =
                    isLeading && c == '0' && i + 1 < text.length() && Character.digit(text.charAt(i + 1), 10) >= 0;
            if (!isDropped) {
                strict.append(c);
                isLeading = c == '.' || c == '-';
            }
        }
        return strict.toString();
    }
}
