package dev.multihoming.multus.plugins;

import java.util.List;
import java.util.Set;

/// One CNI plugin, as far as its own source tells.
///
/// @param types the names its binary is installed under
/// @param fields the keys it reads beside [CommonFields]
/// @param exclusions the options it refuses together
public record PluginSpec(Set<String> types, List<Field> fields, List<Exclusion> exclusions) {
    public PluginSpec {
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
        exclusions = List.copyOf(exclusions);
    }
}
