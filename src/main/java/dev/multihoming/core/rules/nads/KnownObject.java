package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.CommonFields;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.schema.Decoding;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.RepeatedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object of the config and the keys that its readers know.
///
/// @param struct what may stand in it
/// @param spec the plugin that reads it, just as it stands; `null` where that is not known
/// @param decoding how it reaches them
record KnownObject(
        JsonPath path,
        JsonObject object,
        Struct struct,
        @Nullable PluginSpec spec,
        Decoding decoding) {
    /// By the plugin's type: joined once, since several rules ask for them at every review.
    private static final Map<String, Struct> SINGLE = withOwnFields(CommonFields.SINGLE);

    private static final Map<String, Struct> ENTRY = withOwnFields(CommonFields.ENTRY);

    private static final Map<String, Struct> IPAM = KnownPlugins.ipamTypes().stream()
            .collect(Collectors.toUnmodifiableMap(
                    type -> type,
                    type -> joined(
                            List.of(Field.of("type", new FieldType.Any())),
                            KnownPlugins.ipam(type).map(IpamPlugin::spec))));

    private static final List<String> FOR_EVERY_PLUGIN = List.of("args", "runtimeConfig");

    private static final Struct LIST = new Struct(CommonFields.LIST, List.of());
    private static final Struct UNKNOWN_SINGLE = new Struct(CommonFields.SINGLE, List.of());
    private static final Struct UNKNOWN_ENTRY = new Struct(CommonFields.ENTRY, List.of());

    /// The document, the entries of its `plugins` where Multus looks at them, and the `ipam` of each.
    static List<KnownObject> allIn(JsonObject document, CniConfig config) {
        List<KnownObject> objects = new ArrayList<>();
        boolean single = config.form() == CniConfig.Form.SINGLE;
        if (!single) {
            objects.add(new KnownObject(JsonPath.ROOT, document, LIST, null, Decoding.REWRITTEN));
        }
        for (CniConfig.Plugin plugin : config.plugins()) {
            objects.add(of(plugin, single));
            ipam(plugin).ifPresent(objects::add);
        }
        return objects;
    }

    /// Whether Multus or libcni fill that key in for every plugin.
    static boolean isForEveryPlugin(String key) {
        return FOR_EVERY_PLUGIN.stream().anyMatch(known -> GoKeys.foldsTo(key, known));
    }

    /// Whether the key, or one around it, is unknown to all who read its object: then no two readers take it for two
    /// things.
    static boolean isReadByNobody(List<KnownObject> objects, RepeatedKey key) {
        List<JsonPath> around = key.path().child(key.first().key()).steps();
        return objects.stream()
                .filter(known -> known.spec() != null || known.isList())
                .anyMatch(known -> known.ignores(around));
    }

    /// Whether it does not know the key by which those steps leave it.
    private boolean ignores(List<JsonPath> steps) {
        int depth = path.steps().size();
        boolean leadsHere = steps.size() > depth
                && (depth == 0 || steps.get(depth - 1).toString().equals(path.toString()));
        return leadsHere
                && !steps.get(depth).isIndex()
                && !isForEveryPlugin(steps.get(depth).last())
                && !reads(steps.get(depth).last());
    }

    /// Whether a field of its readers has that key.
    boolean reads(String key) {
        for (Field field : struct.fields()) {
            if (GoKeys.foldsTo(key, field.key())) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is a list of plugins, and not what one plugin reads.
    boolean isList() {
        return struct.equals(LIST);
    }

    /// The plugin that reads it, for a person; empty where that is not known.
    Optional<String> reader() {
        return plugin().map(_ -> "plugin " + Quoted.of(GoFields.text(object, "type")));
    }

    Optional<PluginSpec> plugin() {
        return Optional.ofNullable(spec);
    }

    private static KnownObject of(CniConfig.Plugin plugin, boolean single) {
        Struct struct = single
                ? SINGLE.getOrDefault(plugin.type(), UNKNOWN_SINGLE)
                : ENTRY.getOrDefault(plugin.type(), UNKNOWN_ENTRY);
        return new KnownObject(
                plugin.path(),
                plugin.object(),
                struct,
                KnownPlugins.of(plugin).map(CniPlugin::spec).orElse(null),
                Decoding.REWRITTEN);
    }

    private static Map<String, Struct> withOwnFields(List<Field> common) {
        return KnownPlugins.types().stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> type,
                        type -> joined(common, KnownPlugins.of(type).map(CniPlugin::spec))));
    }

    private static Struct joined(List<Field> common, Optional<PluginSpec> spec) {
        return new Struct(
                Stream.concat(common.stream(), spec.stream().flatMap(known -> known.fields().stream()))
                        .toList(),
                List.of());
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
                                IPAM.getOrDefault(GoFields.text(ipam, "type"), Struct.of()),
                                isKnown ? known.spec() : null,
                                isKnown ? Decoding.REWRITTEN : Decoding.COMPLETED)));
    }
}
