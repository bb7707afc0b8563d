package dev.multihoming.core.multus;

import java.util.List;

/// One element of a networks annotation, as Multus would use it (facts A3, A4).
///
/// @param position 1-based place in the annotation; without cluster-wide `defaultNetworks` Multus names an
///     unset interface `net<position>`
/// @param namespace as written; empty means the pod's own
/// @param name of the NAD, as written
/// @param interfaceName the effective interface request (`interface`, else the deprecated
///     `interfaceRequest`); empty means unset
/// @param defaultRoutes the gateways of `default-route`; only those that are addresses
/// @param mac the hardware address it asks for, also one that Multus cannot read; empty means none
/// @param infinibandGuid the same of its GUID
/// @param deviceId the device that the element asks for; empty means none
/// @param span where the element stands in the annotation's text
/// @param interfaceSlot where the effective interface name stands in that text, or is to be written
public record NetworkSelection(
        int position,
        String namespace,
        String name,
        String interfaceName,
        List<GoIp> defaultRoutes,
        String mac,
        String infinibandGuid,
        String deviceId,
        Span span,
        InterfaceSlot interfaceSlot) {
    public NetworkSelection {
        defaultRoutes = List.copyOf(defaultRoutes);
    }

    public boolean namesItsInterface() {
        return !interfaceName.isEmpty();
    }

    /// The NAD this selects for a pod of that namespace.
    public NadRef refFrom(String podNamespace) {
        return new NadRef(namespace.isEmpty() ? podNamespace : namespace, name);
    }
}
