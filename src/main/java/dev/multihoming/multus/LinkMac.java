package dev.multihoming.multus;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Linux accepts as the address of an Ethernet interface that a plugin makes (facts E).
public final class LinkMac {
    private static final int BYTES = 6;
    private static final int HEX = 16;

    private LinkMac() {}

    /// The address with two digits for each byte, as Go wants it and `ip` does not.
    public static String padded(String colons) {
        return Stream.of(colons.split(":", -1))
                .map(digits -> digits.length() == 1 ? "0" + digits : digits)
                .collect(Collectors.joining(":"));
    }

    /// Why no interface can have this address, completing "…, which "; empty where one can.
    public static Optional<String> refusal(String address) {
        if (!GoMac.parses(address)) {
            return Optional.of("is no MAC address");
        }
        String digits = address.replaceAll("[^0-9a-fA-F]", "");
        if (digits.length() != 2 * BYTES) {
            return Optional.of("is " + digits.length() / 2 + " bytes long, and Ethernet has " + BYTES);
        }
        if ((Integer.parseInt(digits, 0, 2, HEX) & 1) != 0) {
            return Optional.of("is a multicast address");
        }
        return digits.chars().allMatch(digit -> digit == '0') ? Optional.of("is all zeros") : Optional.empty();
    }
}
