package dev.multihoming.rules.nads;

import dev.multihoming.json.JsonObject;
import dev.multihoming.json.JsonPath;
import dev.multihoming.multus.CniConfig;
import dev.multihoming.multus.plugins.CommonFields;
import dev.multihoming.multus.plugins.Field;
import dev.multihoming.multus.plugins.KnownPlugins;
import dev.multihoming.multus.plugins.PluginSpec;
import java.util.ArrayList;
import java.util.List;

/// An object of the config and the keys that its readers know.
record KnownObject(JsonPath path, JsonObject object, List<Field> fields) {
    /// The document, and the entries of its `plugins` where Multus looks at them.
    static List<KnownObject> allIn(JudgedConfig config) {
        return switch (config.form()) {
            case SINGLE ->
                config.plugins().stream()
                        .map(plugin -> of(plugin, CommonFields.SINGLE))
                        .toList();
            case LIST -> {
                List<KnownObject> objects = new ArrayList<>();
                objects.add(new KnownObject(JsonPath.ROOT, config.document(), CommonFields.LIST));
                config.plugins().forEach(plugin -> objects.add(of(plugin, CommonFields.ENTRY)));
                yield objects;
            }
        };
    }

    private static KnownObject of(CniConfig.Plugin plugin, List<Field> common) {
        List<Field> fields = new ArrayList<>(common);
        KnownPlugins.of(plugin.type()).map(PluginSpec::fields).ifPresent(fields::addAll);
        return new KnownObject(plugin.path(), plugin.object(), fields);
    }
}
