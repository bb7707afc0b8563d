package dev.multihoming.subject;

/// An object under review.
public sealed interface Subject permits Pod, Nad, Workload, VirtualMachine {
    /// The namespace it lives in.
    String namespace();

    /// What it is, for a person: its name, or its generateName with a `*`.
    String displayName();
}
