package dev.multihoming.core.multus;

import java.util.Optional;

/// What an element may ask for as the address of its interface. Multus asks no more than that Go reads it, and
/// hands it to a plugin that fails on the rest (node-behavior.md#json-elements, #mac-addresses). What Go does
/// not read is a violation of the annotation, and refused here by nothing.
public final class RequestedAddress {
    /// Of IP over InfiniBand. Whether that is what the network is made of, the annotation does not tell.
    private static final int INFINIBAND_LINK = 20;

    private static final int GUID = 8;

    private RequestedAddress() {}

    /// Why no interface can have that `mac`, completing "…, which "; empty where one can.
    public static Optional<String> macRefusal(String mac) {
        int bytes = GoMac.bytes(mac);
        return bytes == 0 || bytes == INFINIBAND_LINK ? Optional.empty() : LinkMac.refusal(mac);
    }

    /// Whether it is an address of IP over InfiniBand.
    public static boolean isOfInfiniBand(String mac) {
        return GoMac.bytes(mac) == INFINIBAND_LINK;
    }

    /// The same of an `infiniband-guid`. Of a longer one the netlink library 1.3.1 takes the first eight bytes
    /// (`LinkSetVfGUID`), and fails on a shorter one.
    public static Optional<String> guidRefusal(String guid) {
        int bytes = GoMac.bytes(guid);
        return bytes > 0 && bytes < GUID
                ? Optional.of("is " + bytes + " bytes long, and a GUID has " + GUID)
                : Optional.empty();
    }
}
