package dev.multihoming.core.multus;

import java.util.Optional;

/// An address that Go's `net.ParseIP` takes: no zone, no leading zeros in decimal parts (facts A4).
///
/// @param text as written
/// @param bits how long it is as written: 32, or 128 also where it is an IPv4 address written as IPv6
/// @param isIpv4 whether Go counts it as IPv4, also where it is written `::ffff:1.2.3.4`
public record GoIp(String text, int bits, boolean isIpv4) {
    public static Optional<GoIp> parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '.' -> {
                    return Ipv4Syntax.matches(text) ? Optional.of(new GoIp(text, 32, true)) : Optional.empty();
                }
                case ':' -> {
                    return Ipv6Syntax.groups(text).map(groups -> new GoIp(text, 128, isMapped(groups)));
                }
                case '%' -> {
                    return Optional.empty();
                }
                default -> {
                    // Only the first separator tells the family.
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMapped(int[] groups) {
        for (int i = 0; i < 5; i++) {
            if (groups[i] != 0) {
                return false;
            }
        }
        return groups[5] == 0xFFFF;
    }
}
