package dev.multihoming.core.multus;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An IP address to calculate with. One that is written `::ffff:1.2.3.4` is IPv4, as it is to the plugins.
///
/// @param bits 32 or 128
public record IpAddress(int bits, BigInteger value) implements Comparable<IpAddress> {
    private static final int GROUP_BITS = 16;
    private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF);
    private static final IpSubnet LINK_LOCAL = IpSubnet.parse("fe80::/10").orElseThrow();

    /// What Go's `net.ParseIP` takes.
    public static Optional<IpAddress> parse(String text) {
        return GoIp.parse(text).map(ip -> ip.bits() == 32 ? ipv4(Ipv4Syntax.value(text)) : ipv6(text));
    }

    private static IpAddress ipv4(long value) {
        return new IpAddress(32, BigInteger.valueOf(value));
    }

    private static IpAddress ipv6(String text) {
        BigInteger value = BigInteger.ZERO;
        for (int group : Ipv6Syntax.groups(text).orElseThrow()) {
            value = value.shiftLeft(GROUP_BITS).or(BigInteger.valueOf(group));
        }
        return value.shiftRight(32).equals(MAPPED) ? ipv4(value.longValue() & 0xFFFF_FFFFL) : new IpAddress(128, value);
    }

    /// The next one.
    public IpAddress next() {
        return new IpAddress(bits, value.add(BigInteger.ONE));
    }

    /// The one before it.
    public IpAddress previous() {
        return new IpAddress(bits, value.subtract(BigInteger.ONE));
    }

    /// Whether each interface reaches it: `fe80::/10`.
    public boolean isLinkLocal() {
        return LINK_LOCAL.contains(this);
    }

    /// By family, then by number.
    @Override
    public int compareTo(IpAddress other) {
        return bits == other.bits ? value.compareTo(other.value) : Integer.compare(bits, other.bits);
    }

    /// As plugins read it, IPv6 without abbreviation of zeros.
    @Override
    public String toString() {
        boolean ipv4 = bits == 32;
        int width = ipv4 ? 8 : GROUP_BITS;
        int mask = (1 << width) - 1;
        return IntStream.iterate(bits - width, shift -> shift >= 0, shift -> shift - width)
                .map(shift -> value.shiftRight(shift).intValue() & mask)
                .mapToObj(part -> Integer.toString(part, ipv4 ? 10 : 16))
                .collect(Collectors.joining(ipv4 ? "." : ":"));
    }
}
