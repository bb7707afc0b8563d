package dev.multihoming.multus.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every plugin whose fields are known. Others are admitted as they are.
public final class KnownPlugins {
    private static final List<PluginSpec> ALL = List.of(BridgePlugin.SPEC);

    private static final Map<String, PluginSpec> BY_TYPE = ALL.stream()
            .flatMap(spec -> spec.types().stream().map(type -> Map.entry(type, spec)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private KnownPlugins() {}

    /// The plugin installed under that name.
    public static Optional<PluginSpec> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
