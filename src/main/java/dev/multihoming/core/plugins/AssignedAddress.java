package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.util.Optional;

/// An address that an IPAM plugin gives to each pod, as far as the config tells.
///
/// @param subnet that it is in, or the address itself with its prefix length
/// @param gateway that comes with it
public record AssignedAddress(IpSubnet subnet, Optional<IpAddress> gateway) {
    /// How many bits an address of its family has.
    public int family() {
        return subnet.address().bits();
    }
}
