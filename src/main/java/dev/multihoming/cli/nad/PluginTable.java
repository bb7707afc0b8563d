package dev.multihoming.cli.nad;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.CommonFields;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields of one plugin, or of one IPAM plugin in it.
///
/// @param type what the plugin is called
/// @param spec its table; empty for an unknown plugin, which then takes anything
/// @param common what everything at that place has besides
record PluginTable(String type, Optional<PluginSpec> spec, List<Field> common) {
    private static final FieldType ANYTHING = new FieldType.Any();

    static PluginTable ofPlugin(String type) {
        return new PluginTable(type, KnownPlugins.of(type).map(CniPlugin::spec), CommonFields.DOCUMENT);
    }

    static PluginTable ofIpam(String type) {
        return new PluginTable(
                type, KnownPlugins.ipam(type).map(IpamPlugin::spec), List.of(Field.of("type", new FieldType.Text())));
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /// How its values are written.
    ///
    /// @throws BadDraft where it has no such field
    FieldType type(String key) {
        return find(key)
                .map(Field::type)
                .or(() -> spec.isEmpty() ? Optional.of(ANYTHING) : Optional.empty())
                .orElseThrow(() -> new BadDraft("%s has no %s; it has %s"
                        .formatted(type, Quoted.of(key), own().collect(Collectors.joining(", ")))));
    }

    private Optional<Field> find(String key) {
        return Stream.concat(spec.stream().flatMap(it -> it.fields().stream()), common.stream())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    private Stream<String> own() {
        return spec.stream().flatMap(it -> it.fields().stream()).map(Field::key).filter(key -> !key.equals("args"));
    }
}
