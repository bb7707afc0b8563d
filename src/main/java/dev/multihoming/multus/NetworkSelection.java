package dev.multihoming.multus;

import java.util.List;

/// One element of a networks annotation, as Multus would use it (facts A3, A4).
///
/// @param position 1-based place in the annotation; without cluster-wide `defaultNetworks` Multus names an
///     unset
/// interface `net<position>`
/// @param namespace as written; empty means the pod's own
/// @param name of the NAD, as written
/// @param interfaceName the effective interface request (`interface`, else the deprecated `interfaceRequest`);
///     empty
/// means unset
/// @param defaultRoutes gateways of `default-route`, as written; only those that are addresses
/// @param span where the element stands in the annotation's text
/// @param interfaceSpan where the effective interface name stands in that text (for JSON with its quotes); for
///     an
///     unset
/// one the
///     empty place in front of which a name can be inserted (shorthand: the end of the name; JSON: see
/// [NetworkSelections.Form])
public record NetworkSelection(
        int position,
        String namespace,
        String name,
        String interfaceName,
        List<String> defaultRoutes,
        Span span,
        Span interfaceSpan) {
    public boolean namesItsInterface() {
        return !interfaceName.isEmpty();
    }

    /// The NAD this selects for a pod of that namespace.
    public NadRef refFrom(String podNamespace) {
        return new NadRef(namespace.isEmpty() ? podNamespace : namespace, name);
    }
}
