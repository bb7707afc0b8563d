package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Any;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.FlagOrWord;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Mapping;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.stream.Stream;

/// The keys that Multus and libcni read whatever the plugin (node-behavior.md#config-text; libcni 1.3.0
/// `types.PluginConf`, `types.NetConfList`, `libcni.NetworkConfFromBytes`).
public final class CommonFields {
    private static final FieldType TEXTS = new Listing(new Text());

    /// The CNI type `DNS`.
    static final Struct DNS = Struct.of(
            Field.of("nameservers", TEXTS),
            Field.of("domain", new Text()),
            Field.of("search", TEXTS),
            Field.of("options", TEXTS));

    private static final Whole INT = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    /// The CNI type `Route`.
    static final Struct ROUTE = Struct.of(
                    Field.of("dst", new Formed(TextForm.ROUTE_DESTINATION)),
                    Field.of("gw", new Formed(TextForm.IP)),
                    Field.of("mtu", INT),
                    Field.of("advmss", INT),
                    Field.of("priority", INT),
                    Field.of("table", INT),
                    Field.of("scope", INT))
            .requiring("dst");

    /// Judged by rules of their own wherever they matter.
    private static final List<Field> IDENTITY =
            List.of(Field.of("cniVersion", new Any()), Field.of("name", new Any()), Field.of("type", new Any()));

    private static final List<Field> PLUGIN = List.of(
            Field.of("capabilities", new Mapping(new Flag())),
            Field.of("ipam", Struct.of(Field.of("type", new Text()))),
            Field.of("dns", DNS),
            Field.of("prevResult", Struct.of()),
            Field.of(
                    "cni.dev/valid-attachments",
                    new Listing(Struct.of(Field.of("containerID", new Text()), Field.of("ifname", new Text())))));

    /// Multus decodes every document as a plugin's before it looks for `plugins`
    /// (node-behavior.md#config-text), so these hold for lists as well as for single plugins.
    public static final List<Field> DOCUMENT =
            Stream.concat(IDENTITY.stream(), PLUGIN.stream()).toList();

    /// A list's own keys. libcni reads the flags out of a map, where `null` is a wrong type; Multus wants
    /// booleans where libcni would also take their names (node-behavior.md#config-text), except for
    /// the flag that only libcni reads.
    public static final List<Field> LIST = Stream.concat(
                    DOCUMENT.stream(),
                    Stream.of(
                            Field.of("plugins", new Any()),
                            Field.of("cniVersions", new Any()),
                            Field.neverNull("disableCheck", new Flag()),
                            Field.neverNull("disableGC", new Flag()),
                            Field.neverNull("loadOnlyInlinedPlugins", new FlagOrWord())))
            .toList();

    /// A single plugin's document: a list's keys beside it are known, but they are not read.
    public static final List<Field> SINGLE = Stream.concat(
                    DOCUMENT.stream(),
                    Stream.of("plugins", "cniVersions", "disableCheck", "disableGC", "loadOnlyInlinedPlugins")
                            .map(key -> Field.of(key, new Any())))
            .toList();

    /// An entry of `plugins`. libcni replaces its name and version by the list's, but decodes them before.
    public static final List<Field> ENTRY = Stream.concat(
                    Stream.of(
                            Field.of("cniVersion", new Text()),
                            Field.of("name", new Text()),
                            Field.of("type", new Any())),
                    PLUGIN.stream())
            .toList();

    private CommonFields() {}
}
