package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Exclusion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Set;

/// The config of one plugin, as far as its own source tells.
///
/// @param types the names its binary is installed under
/// @param fields the keys it reads beside [CommonFields]
/// @param exclusions the options it refuses together
/// @param requirements what it refuses to work without
public record PluginSpec(
        Set<String> types, List<Field> fields, List<Exclusion> exclusions, List<Requirement> requirements) {
    public PluginSpec {
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
        exclusions = List.copyOf(exclusions);
        requirements = List.copyOf(requirements);
    }

    /// A plugin that makes an interface, or configures its addresses.
    public static PluginSpec of(Set<String> types, Field... fields) {
        return new PluginSpec(types, List.of(fields), List.of(), List.of());
    }

    PluginSpec refusing(Exclusion... together) {
        return new PluginSpec(types, fields, List.of(together), requirements);
    }

    PluginSpec requiring(Requirement... needed) {
        return new PluginSpec(types, fields, exclusions, List.of(needed));
    }
}
