package dev.multihoming.subject;

/// An object under review.
public sealed interface Subject permits Pod, Nad, Workload, VirtualMachine, OperatorNetworks {
    /// The namespace it lives in.
    String namespace();

    /// What it is, for a person: its name, or its generateName with a `*`.
    String displayName();
}
