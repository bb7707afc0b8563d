package dev.multihoming.subject;

/// One of the `additionalNetworks` of OpenShift's network operator, which makes a NAD of it.
///
/// @param index in the list, from 0
/// @param rawConfig `rawCNIConfig`; empty where it is absent
public record AdditionalNetwork(int index, String name, String namespace, String rawConfig) {}
