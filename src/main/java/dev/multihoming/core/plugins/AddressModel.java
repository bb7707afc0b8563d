package dev.multihoming.core.plugins;

import java.util.Optional;

/// Where the addresses of an IPAM plugin come from, with the keys that say so.
public sealed interface AddressModel {
    /// Who knows which addresses of a pool are in use.
    enum Scope {
        NODE,
        CLUSTER
    }

    /// Free addresses of ranges.
    ///
    /// @param range the key of one range, in the config and in each entry of `list`
    /// @param list the key of several ranges
    /// @param inSets whether `list` has sets of ranges
    /// @param first the key of the first address of a range
    /// @param last the key of the last address of a range
    /// @param exclude the key of what is not assigned, where there is one
    record Pool(
            Scope scope, String range, String list, boolean inSets, String first, String last, Optional<String> exclude)
            implements AddressModel {}

    /// The same addresses for every pod; the plugin has no state.
    ///
    /// @param list the key of the addresses
    /// @param address the key of the address in an entry
    record Fixed(String list, String address) implements AddressModel {}

    /// Leases of a server outside of the cluster.
    record Server() implements AddressModel {}
}
