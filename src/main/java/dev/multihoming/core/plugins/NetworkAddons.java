package dev.multihoming.core.plugins;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The CNI plugins that CNAO deploys under names of its own, by the field of its NetworkAddonsConfig
/// (node-behavior.md#cnao). What it shares with other installers, such as `bridge`, is not among them.
public final class NetworkAddons {
    private static final Map<String, Set<String>> BY_FIELD = Map.of(
            "linuxBridge", Set.of("cnv-bridge", "cnv-tuning"),
            "ovs", Set.of("ovs"),
            "macvtap", Set.of("macvtap"),
            "kubevirtIpamController", Set.of("kubevirt-passt-binding"));

    private NetworkAddons() {}

    /// The plugins that it does not deploy, each with the field that is missing.
    ///
    /// @param isSet whether the `spec` has a value there
    public static Map<String, String> undeployed(Predicate<String> isSet) {
        return BY_FIELD.entrySet().stream()
                .filter(addon -> !isSet.test(addon.getKey()))
                .flatMap(addon -> addon.getValue().stream().map(type -> Map.entry(type, addon.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
