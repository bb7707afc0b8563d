package dev.multihoming.core.rules.pods;

/// What is to be said of an interface's name.
enum NameVerdict {
    /// It may stay as it is, whether written or given by Multus.
    KEPT,
    /// Legal and unique, but not of the form net1, net2, …: MH109.
    RENAMED,
    /// As RENAMED, but another text of the pod repeats it, so that it is not replaced: MH109.
    REPEATED,
    /// Not written, and the one Multus would give is written for another element: MH110.
    CLASH,
    /// Written, may not be replaced, and the cluster's own networks have it in every pod: MH110.
    TAKEN_BY_CLUSTER,
    /// One that every pod or the kernel has already: MH104.
    RESERVED,
    /// One that the node refuses: MH106.
    INVALID,
    /// Written for an earlier element too: MH108.
    DUPLICATE
}
