package dev.multihoming.core.subject;

/// An object under review.
public sealed interface Subject
        permits Pod, Nad, Workload, VirtualMachine, OperatorNetworks, MultiNetworkPolicy, PolicyChange {
    /// Of the object that it was read from, such as `Pod`; of a Binding too, which is judged as its pod.
    String kind();

    /// The namespace it lives in.
    String namespace();

    /// What it is, for a person: its name, or its generateName with a `*`.
    String displayName();
}
