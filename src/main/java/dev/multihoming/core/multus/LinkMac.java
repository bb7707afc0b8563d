package dev.multihoming.core.multus;

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
        int bytes = GoMac.bytes(address);
        if (bytes == 0) {
            return Optional.of("is no MAC address");
        }
        if (bytes != BYTES) {
            return Optional.of("is " + bytes + " bytes long, and Ethernet has " + BYTES);
        }
        // The second digit ends the first byte, whatever the separator.
        if ((Character.digit(address.charAt(1), HEX) & 1) != 0) {
            return Optional.of("is a multicast address");
        }
        return isAllZeros(address) ? Optional.of("is all zeros") : Optional.empty();
    }

    /// Of zeros and separators. Without a stream: every pod that asks for an address is looked at.
    private static boolean isAllZeros(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (Character.digit(address.charAt(i), HEX) > 0) {
                return false;
            }
        }
        return true;
    }
}
