package dev.multihoming.core.review;

/// What networks get where their author says nothing.
///
/// @param inject whether they get it; else its absence is a finding
/// @param vlan of a bridge; 0 is untagged, as without
/// @param macspoofchk of a bridge
/// @param dropDefaultVlan whether a bridge with a VLAN gets `preserveDefaultVlan: false`: what is the default differs
///     from one release of the plugin to another (facts C1)
/// @param sriovSpoofchk whether an SR-IOV network gets `spoofchk: "on"`, which its plugin leaves as the driver has it
///     (facts C3)
public record NetworkDefaults(
        boolean inject, int vlan, boolean macspoofchk, boolean dropDefaultVlan, boolean sriovSpoofchk) {
    /// The mission's.
    public static final NetworkDefaults BUILT_IN = new NetworkDefaults(true, 0, true, false, false);
}
