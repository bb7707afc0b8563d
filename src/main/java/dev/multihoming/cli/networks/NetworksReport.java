package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Order;
import java.util.List;

/// How networks are written.
public interface NetworksReport {
    /// A list of networks; `notices` are what to know beside it.
    void list(NetworkListing listing, NetworkInventory inventory, Order order, List<String> notices);

    /// One network.
    void details(NetworkDetails details, List<String> notices);
}
