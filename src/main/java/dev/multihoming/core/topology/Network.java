package dev.multihoming.core.topology;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.plugins.Segment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept of a network to see it beside others; not its config, which may be large.
///
/// @param plugins that Multus runs, in order; none where they cannot be told
/// @param ipam that assigns its addresses: an IPAM plugin, or the plugin itself; empty where none does
/// @param segment that pods are attached to; empty where it is not known
/// @param unknownBecause why the segment is not known, a clause; else empty
/// @param isPrimary whether the pods of its namespace are on it without selecting it
public record Network(
        NadRef ref,
        List<String> plugins,
        String ipam,
        Optional<Segment> segment,
        String unknownBecause,
        List<AddressPool> pools,
        boolean isPrimary) {
    /// Far more than is admitted.
    private static final int MAX_CONFIG = 512 * 1024;

    /// Names of files and links are shorter. Authors decide how long a text is, and all networks are kept in memory.
    private static final int MAX_NAME = 255;

    private static final int MAX_PLUGINS = 16;

    /// Real networks have a few ranges, some of them with excluded addresses.
    private static final int MAX_SPANS = 256;

    public Network {
        plugins = List.copyOf(plugins);
        pools = List.copyOf(pools);
    }

    /// Of a NAD.
    ///
    /// @param config the NAD's `spec.config`; empty where it has none
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static Network of(NadRef ref, String config, String resource) {
        if (config.isEmpty()) {
            return unknown(ref, "its config is in a file of the node");
        }
        if (config.length() > MAX_CONFIG) {
            return unknown(ref, "its config is too large");
        }
        return of(ref, CniConfigReader.read(config), resource);
    }

    /// Of a NAD with that config.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static Network of(NadRef ref, CniConfig read, String resource) {
        return switch (read.document()) {
            case Parsed.Malformed<JsonObject> _ -> unknown(ref, "its config cannot be read");
            case Parsed.Ok<JsonObject>(JsonObject document) -> of(ref, read.plugins(), document, resource);
        };
    }

    /// The plugin of a chain that makes the interface; empty where none does.
    public static Optional<Plugin> main(List<Plugin> chain) {
        return chain.stream().filter(plugin -> !KnownPlugins.isChained(plugin)).findFirst();
    }

    /// This one; `null` where its segment is not known.
    public @Nullable Network ifOnSegment() {
        return segment.isPresent() ? this : null;
    }

    private static Network unknown(NadRef ref, String because) {
        return new Network(ref, List.of(), "", Optional.empty(), because, List.of(), false);
    }

    private static Network of(NadRef ref, List<Plugin> chain, JsonObject document, String resource) {
        Optional<Plugin> main = main(chain);
        Optional<CniPlugin> known = main.flatMap(KnownPlugins::of);
        if (main.isEmpty() || known.isEmpty()) {
            return new Network(
                    ref,
                    types(chain),
                    main.map(Network::ipamType).orElse(""),
                    Optional.empty(),
                    main.isEmpty() ? "no plugin makes an interface" : "its plugin is not known",
                    List.of(),
                    false);
        }
        JsonObject config = main.get().object();
        String name = GoFields.text(document, "name");
        Optional<Segment> segment = known.get().segment(config, name, resource).filter(Network::isNameable);
        return new Network(
                ref,
                types(chain),
                ipam(known.get(), main.get()),
                segment,
                segment.isPresent() ? "" : "its config does not tell",
                AddressPool.atMost(MAX_SPANS, pools(known.get(), main.get(), name)),
                chain.stream().anyMatch(OvnOverlayPlugin::isPrimary));
    }

    private static boolean isNameable(Segment segment) {
        return segment.name().length() <= MAX_NAME && segment.partition().length() <= MAX_NAME;
    }

    private static List<String> types(List<Plugin> chain) {
        return chain.stream()
                .map(Plugin::type)
                .filter(type -> !type.isEmpty() && type.length() <= MAX_NAME)
                .limit(MAX_PLUGINS)
                .toList();
    }

    private static String ipam(CniPlugin known, Plugin main) {
        return switch (known.ipam()) {
            case ASSIGNS_ITSELF ->
                known.ownAddresses(main.object()).filter(own -> !own.isEmpty()).isPresent() ? main.type() : "";
            case UNUSED -> "";
            case REQUIRED, REQUIRED_UNLESS_CHAINED, OPTIONAL -> ipamType(main);
        };
    }

    private static String ipamType(Plugin main) {
        String type = GoFields.object(main.object(), "ipam")
                .map(ipam -> GoFields.text(ipam, "type"))
                .orElse("");
        return type.length() <= MAX_NAME ? type : "";
    }

    private static List<AddressPool> pools(CniPlugin known, Plugin main, String name) {
        return switch (known.ipam()) {
            case ASSIGNS_ITSELF -> known.addressPools(main.object(), name);
            case UNUSED -> List.of();
            case REQUIRED, REQUIRED_UNLESS_CHAINED, OPTIONAL ->
                GoFields.object(main.object(), "ipam").stream()
                        .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                                .flatMap(plugin -> plugin.addressPools(ipam).stream()))
                        .toList();
        };
    }
}
