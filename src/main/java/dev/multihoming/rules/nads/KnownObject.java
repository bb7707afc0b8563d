package dev.multihoming.rules.nads;

import dev.multihoming.json.GoFields;
import dev.multihoming.json.JsonObject;
import dev.multihoming.json.JsonPath;
import dev.multihoming.multus.CniConfig;
import dev.multihoming.multus.plugins.CommonFields;
import dev.multihoming.multus.plugins.Field;
import dev.multihoming.multus.plugins.KnownPlugins;
import dev.multihoming.multus.plugins.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object of the config and the keys that its readers know.
///
/// @param fields what may stand in it
/// @param spec the plugin that reads it, just as it stands; `null` where that is not known
record KnownObject(
        JsonPath path,
        JsonObject object,
        List<Field> fields,
        @Nullable PluginSpec spec) {
    /// The document, the entries of its `plugins` where Multus looks at them, and the `ipam` of each.
    static List<KnownObject> allIn(JudgedConfig config) {
        List<KnownObject> objects = new ArrayList<>();
        boolean single = config.form() == CniConfig.Form.SINGLE;
        if (!single) {
            objects.add(new KnownObject(JsonPath.ROOT, config.document(), CommonFields.LIST, null));
        }
        for (CniConfig.Plugin plugin : config.plugins()) {
            objects.add(of(plugin, single ? CommonFields.SINGLE : CommonFields.ENTRY));
            ipam(plugin).ifPresent(objects::add);
        }
        return objects;
    }

    Optional<PluginSpec> plugin() {
        return Optional.ofNullable(spec);
    }

    private static KnownObject of(CniConfig.Plugin plugin, List<Field> common) {
        List<Field> fields = new ArrayList<>(common);
        PluginSpec spec = KnownPlugins.of(plugin.type()).orElse(null);
        if (spec != null) {
            fields.addAll(spec.fields());
        }
        return new KnownObject(plugin.path(), plugin.object(), fields, spec);
    }

    /// Its `type` is read, and judged, with the plugin's own fields. Plugins that are not known may complete what they
    /// hand on to the IPAM plugin, as Antrea does: nothing is missing there.
    private static Optional<KnownObject> ipam(CniConfig.Plugin plugin) {
        boolean isKnown = KnownPlugins.of(plugin.type()).isPresent();
        return GoFields.object(plugin.object(), "ipam")
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type"))
                        .map(spec -> new KnownObject(
                                plugin.path().child("ipam"), ipam, spec.fields(), isKnown ? spec : null)));
    }
}
