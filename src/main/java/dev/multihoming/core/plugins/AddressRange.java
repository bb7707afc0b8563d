package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.math.BigInteger;
import java.util.Optional;

/// A range that addresses are assigned from.
///
/// @param gateway that is never assigned; empty where there is none
public record AddressRange(IpSubnet subnet, IpAddress first, IpAddress last, Optional<IpAddress> gateway) {
    /// The addresses of a subnet that interfaces can have: not its own, and not the broadcast address of IPv4.
    static AddressRange of(IpSubnet subnet, Optional<IpAddress> gateway) {
        IpAddress network = subnet.network();
        IpAddress end = subnet.last();
        boolean hasBroadcast = end.bits() == 32;
        return new AddressRange(
                subnet,
                network.next(),
                hasBroadcast ? new IpAddress(end.bits(), end.value().subtract(BigInteger.ONE)) : end,
                gateway);
    }

    AddressRange from(Optional<IpAddress> start, Optional<IpAddress> end) {
        return new AddressRange(subnet, start.orElse(first), end.orElse(last), gateway);
    }

    /// Whether it assigns that address.
    public boolean contains(IpAddress address) {
        return subnet.contains(address) && address.compareTo(first) >= 0 && address.compareTo(last) <= 0;
    }

    public boolean isGateway(IpAddress address) {
        return gateway.filter(address::equals).isPresent();
    }

    /// How many addresses it has for pods.
    BigInteger size() {
        BigInteger all = last.value().subtract(first.value()).add(BigInteger.ONE);
        BigInteger usable = gateway.filter(this::contains).isPresent() ? all.subtract(BigInteger.ONE) : all;
        return usable.max(BigInteger.ZERO);
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
