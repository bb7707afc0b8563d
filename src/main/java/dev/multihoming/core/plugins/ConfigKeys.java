package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.schema.Field;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys that some known plugin, or its IPAM plugin, reads in a network's config.
public final class ConfigKeys {
    private static final Set<String> FOLDED = Stream.of(
                    CommonFields.LIST.stream(),
                    KnownPlugins.types().stream()
                            .flatMap(type -> KnownPlugins.of(type).stream())
                            .flatMap(plugin -> plugin.fields().stream()),
                    KnownPlugins.ipamTypes().stream()
                            .flatMap(type -> KnownPlugins.ipam(type).stream())
                            .flatMap(plugin -> plugin.fields().stream()))
            .flatMap(fields -> fields)
            .map(Field::key)
            .map(GoKeys::folded)
            .collect(Collectors.toUnmodifiableSet());

    private ConfigKeys() {}

    /// Whether that key means something there.
    public static boolean isOne(String key) {
        return FOLDED.contains(GoKeys.folded(key));
    }
}
