package dev.multihoming.core.multus;

import java.math.BigInteger;
import java.util.Optional;

/// An address with a prefix length, as Go's `net.ParseCIDR` reads it.
///
/// @param prefix how many bits name the network
/// @param width how many bits the text's form has: 128 also for an IPv4 address that is written as IPv6
public record IpSubnet(IpAddress address, int prefix, int width) {
    public static Optional<IpSubnet> parse(String text) {
        if (!GoCidr.parses(text)) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        int prefix = Integer.parseInt(text.substring(slash + 1));
        int width = GoIp.parse(address).orElseThrow().bits();
        return IpAddress.parse(address).map(ip -> new IpSubnet(ip, prefix, width));
    }

    /// Whether the plugins cannot match address and prefix, which count the bits of two families.
    public boolean isMixed() {
        return width != address.bits();
    }

    /// The same without the bits that name a host.
    public IpAddress network() {
        return new IpAddress(address.bits(), address.value().andNot(hostMask()));
    }

    /// The highest address in it.
    public IpAddress last() {
        return new IpAddress(address.bits(), address.value().or(hostMask()));
    }

    public boolean contains(IpAddress other) {
        return other.bits() == address.bits() && other.compareTo(network()) >= 0 && other.compareTo(last()) <= 0;
    }

    /// Whether some address is in both.
    public boolean overlaps(IpSubnet other) {
        return contains(other.network()) || other.contains(network());
    }

    private BigInteger hostMask() {
        return BigInteger.ONE.shiftLeft(Math.max(0, width - prefix)).subtract(BigInteger.ONE);
    }
}
