package dev.multihoming.core.plugins;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What OVN-Kubernetes refuses in networks of other topologies (its ValidateNetConf). Others, such as `vlanID`, it
/// does not look at there.
///
/// @param key that is set: `true`, or a string that is not empty
/// @param value the one string that is meant, where only that is refused
public record OvnTopologyField(String key, Optional<String> value, Set<String> topologies) {
    public static final List<OvnTopologyField> ALL = List.of(
            new OvnTopologyField("allowPersistentIPs", Optional.empty(), Set.of("layer2", "localnet")),
            new OvnTopologyField("role", Optional.of("primary"), Set.of("layer2", "layer3")),
            new OvnTopologyField("joinSubnet", Optional.empty(), Set.of("layer2", "layer3")),
            new OvnTopologyField("infrastructureSubnets", Optional.empty(), Set.of("layer2")),
            new OvnTopologyField("reservedSubnets", Optional.empty(), Set.of("layer2")),
            new OvnTopologyField("defaultGatewayIPs", Optional.empty(), Set.of("layer2")));
}
