package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.schema.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One element of a networks annotation, as Multus would use it (node-behavior.md#shorthand-list,
/// #json-elements).
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
/// @param portMappings ports of the node that it asks for, also those of a key that a later one overrides
/// @param cniArgs what Multus puts into the `args.cni` of each plugin; `null` where it is absent
/// @param element the JSON that it was read from; `null` in the shorthand form, which asks for nothing more
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
        List<PortMapping> portMappings,
        @Nullable JsonObject cniArgs,
        @Nullable JsonObject element,
        Span span,
        InterfaceSlot interfaceSlot) {
    public NetworkSelection {
        defaultRoutes = List.copyOf(defaultRoutes);
        portMappings = List.copyOf(portMappings);
    }

    /// The addresses that it asks for in `ips`, also those that Multus cannot read.
    public List<String> ips() {
        return element == null ? List.of() : GoFields.texts(element, SelectionKeys.IPS);
    }

    /// The addresses that it asks for in `cni-args`, where host-local and static read them too.
    public List<String> argsIps() {
        return cniArgs == null ? List.of() : GoFields.texts(cniArgs, SelectionKeys.IPS);
    }

    /// The hardware address that it asks for in `cni-args`, where bridge and tuning read it too; empty means none.
    public String argsMac() {
        return cniArgs == null ? "" : GoFields.text(cniArgs, "mac");
    }

    /// Whether its `cni-args` have an `ips` that is not a list of strings, which plugins that read it fail on.
    public boolean hasUnreadableArgsIps() {
        return cniArgs != null
                && GoFields.set(cniArgs, SelectionKeys.IPS)
                        .filter(ips -> !(ips.value() instanceof JsonArray list)
                                || !list.elements().stream().allMatch(JsonString.class::isInstance))
                        .isPresent();
    }

    /// The limits that it asks for; empty where it asks for none.
    public Optional<JsonObject> bandwidth() {
        return element == null ? Optional.empty() : GoFields.object(element, SelectionKeys.BANDWIDTH);
    }

    /// Whether Multus, or another program of the node, reads that key of the element.
    public boolean isRead(String key) {
        // Asked of each key of each element: a stream costs more than the comparisons.
        for (Field field : SelectionKeys.ELEMENT.fields()) {
            if (GoKeys.foldsTo(key, field.key())) {
                return true;
            }
        }
        return false;
    }

    /// Whether it has a key that is not read.
    boolean hasIgnoredKey() {
        return element != null && element.members().stream().anyMatch(member -> !isRead(member.key()));
    }

    public boolean namesItsInterface() {
        return !interfaceName.isEmpty();
    }

    /// The NAD this selects for a pod of that namespace.
    public NadRef refFrom(String podNamespace) {
        return new NadRef(namespace.isEmpty() ? podNamespace : namespace, name);
    }
}
