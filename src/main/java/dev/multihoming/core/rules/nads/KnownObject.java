package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.CommonFields;
import dev.multihoming.core.plugins.Field;
import dev.multihoming.core.plugins.FieldType;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object of the config and the keys that its readers know.
///
/// @param fields what may stand in it
/// @param spec the plugin that reads it, just as it stands; `null` where that is not known
/// @param handedOn whether a plugin that is not known hands it on, and may complete it and replace texts in it
record KnownObject(
        JsonPath path,
        JsonObject object,
        List<Field> fields,
        @Nullable PluginSpec spec,
        boolean handedOn) {
    /// By the plugin's type: joined once, since several rules ask for them at every review.
    private static final Map<String, List<Field>> SINGLE = withOwnFields(CommonFields.SINGLE);

    private static final Map<String, List<Field>> ENTRY = withOwnFields(CommonFields.ENTRY);

    private static final Map<String, List<Field>> IPAM = KnownPlugins.ipamTypes().stream()
            .collect(Collectors.toUnmodifiableMap(
                    type -> type,
                    type -> Stream.concat(
                                    Stream.of(Field.of("type", new FieldType.Any())),
                                    KnownPlugins.ipam(type).stream().flatMap(spec -> spec.fields().stream()))
                            .toList()));

    /// The document, the entries of its `plugins` where Multus looks at them, and the `ipam` of each.
    static List<KnownObject> allIn(JudgedConfig config) {
        List<KnownObject> objects = new ArrayList<>();
        boolean single = config.form() == CniConfig.Form.SINGLE;
        if (!single) {
            objects.add(new KnownObject(JsonPath.ROOT, config.document(), CommonFields.LIST, null, false));
        }
        for (CniConfig.Plugin plugin : config.plugins()) {
            objects.add(of(plugin, single));
            ipam(plugin).ifPresent(objects::add);
        }
        return objects;
    }

    Optional<PluginSpec> plugin() {
        return Optional.ofNullable(spec);
    }

    private static KnownObject of(CniConfig.Plugin plugin, boolean single) {
        List<Field> common = single ? CommonFields.SINGLE : CommonFields.ENTRY;
        List<Field> fields = (single ? SINGLE : ENTRY).getOrDefault(plugin.type(), common);
        return new KnownObject(
                plugin.path(),
                plugin.object(),
                fields,
                KnownPlugins.of(plugin).map(CniPlugin::spec).orElse(null),
                false);
    }

    private static Map<String, List<Field>> withOwnFields(List<Field> common) {
        return KnownPlugins.types().stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> type,
                        type -> Stream.concat(
                                        common.stream(),
                                        KnownPlugins.of(type).stream().flatMap(spec -> spec.fields().stream()))
                                .toList()));
    }

    /// Its `type` is judged with the plugin's own fields. Plugins that are not known may complete what they
    /// hand on to the IPAM plugin, as Antrea does: nothing is missing there. Calico puts the node's pod network
    /// where the subnet is `usePodCidr` (its `ReplaceHostLocalIPAMPodCIDRs`): no text is of a wrong form.
    private static Optional<KnownObject> ipam(CniConfig.Plugin plugin) {
        boolean isKnown = KnownPlugins.of(plugin.type()).isPresent();
        return GoFields.object(plugin.object(), "ipam")
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type"))
                        .map(known -> new KnownObject(
                                plugin.path().child("ipam"),
                                ipam,
                                IPAM.getOrDefault(GoFields.text(ipam, "type"), List.of()),
                                isKnown ? known.spec() : null,
                                !isKnown)));
    }
}
