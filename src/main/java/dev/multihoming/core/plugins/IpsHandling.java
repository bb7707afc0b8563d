package dev.multihoming.core.plugins;

/// What comes of the `ips` of a selection. Multus hands them on twice: as runtimeConfig where the config has the
/// capability, and always as `IP=a,b` in CNI_ARGS.
public enum IpsHandling {
    /// Taken as one address; two of them fail.
    ONE_ADDRESS,
    /// Taken; each needs a prefix length.
    WITH_PREFIX,
    /// Added to the address from the pool, and not reserved.
    ADDED,
    /// Set as requested.
    TAKEN,
    /// Nothing happens.
    IGNORED,
    /// The attachment fails.
    REFUSED
}
