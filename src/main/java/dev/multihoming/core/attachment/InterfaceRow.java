package dev.multihoming.core.attachment;

/// One interface of a pod.
///
/// @param name inside the pod
/// @param network that it is on, as `namespace/name`
public record InterfaceRow(String name, String network, Attachment attachment) {}
