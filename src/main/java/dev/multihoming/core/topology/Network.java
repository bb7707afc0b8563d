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
import dev.multihoming.core.plugins.DelegateUse;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.SegmentUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is kept of a network to see it beside others; not its config, which may be large.
///
/// @param plugins that Multus runs, in order; none where they cannot be told
/// @param ipam that assigns its addresses: an IPAM plugin, or the plugin itself; empty where none
///     does
/// @param segments that pods are attached to, that of the main plugin first; empty where none is
///     known
/// @param unknownBecause why no segment is known, a clause; else empty
/// @param isPrimary whether the pods of its namespace are on it without selecting it
public record Network(
        NadRef ref,
        List<String> plugins,
        String ipam,
        List<Segment> segments,
        String unknownBecause,
        List<AddressPool> pools,
        boolean isPrimary) {
    /// Far more than is admitted.
    private static final int MAX_CONFIG = 512 * 1024;

    /// Names of files and links are shorter. Authors decide how long a text is, and all networks are kept in memory.
    private static final int MAX_NAME = 255;

    private static final int MAX_PLUGINS = 16;

    /// Real networks have one, or a few by their delegates. Each costs memory in every replica, and time in a review.
    private static final int MAX_SEGMENTS = 32;

    /// Real networks have a few ranges, some of them with excluded addresses.
    private static final int MAX_SPANS = 256;

    public Network {
        plugins = List.copyOf(plugins);
        segments = List.copyOf(segments);
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

    /// A segment, and the config that says so.
    ///
    /// @param plugin of the chain, or a delegate in it
    public record Attached(Plugin plugin, Segment segment) {}

    /// Each segment that a config attaches pods to, the first 32 at most: by the plugins of its list, and by those
    /// that they hand on.
    ///
    /// @param name that the document gives the network
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static Stream<Attached> attached(List<Plugin> chain, String name, String resource) {
        Optional<Plugin> main = KnownPlugins.main(chain);
        return Stream.concat(
                        main.stream()
                                .flatMap(plugin -> KnownPlugins.of(plugin).stream()
                                        .flatMap(known -> known.segment(plugin.object(), name, resource).stream())
                                        .map(segment -> new Attached(plugin, segment))),
                        interfaces(chain)
                                .flatMap(plugin -> SegmentUse.of(plugin, name, resource).segments().stream()
                                        .map(segment -> new Attached(plugin, segment))))
                .filter(it -> isNameable(it.segment()))
                .distinct()
                .limit(MAX_SEGMENTS);
    }

    /// What may make an interface.
    private static Stream<Plugin> interfaces(List<Plugin> chain) {
        return chain.stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), DelegateUse.of(plugin).stream()))
                .filter(plugin -> !KnownPlugins.isChained(plugin));
    }

    /// The segment of the main plugin, or else of another; empty where none is known.
    public Optional<Segment> segment() {
        return segments.stream().findFirst();
    }

    /// This one; `null` where no segment of it is known.
    public @Nullable Network ifOnSegment() {
        return segments.isEmpty() ? null : this;
    }

    private static Network unknown(NadRef ref, String because) {
        return new Network(ref, List.of(), "", List.of(), because, List.of(), false);
    }

    private static Network of(NadRef ref, List<Plugin> chain, JsonObject document, String resource) {
        String name = GoFields.text(document, "name");
        Optional<Plugin> main = KnownPlugins.main(chain);
        List<Segment> segments = attached(chain, name, resource)
                .map(Attached::segment)
                .distinct()
                .toList();
        return new Network(
                ref,
                types(chain),
                main.map(Network::ipam).orElse(""),
                segments,
                segments.isEmpty() ? unknownBecause(main) : "",
                AddressPool.atMost(
                        MAX_SPANS,
                        interfaces(chain).flatMap(plugin -> pools(plugin, name)).toList()),
                chain.stream().anyMatch(OvnOverlayPlugin::isPrimary));
    }

    private static String unknownBecause(Optional<Plugin> main) {
        if (main.isEmpty()) {
            return "no plugin makes an interface";
        }
        return main.flatMap(KnownPlugins::of).isEmpty() ? "its plugin is not known" : "its config does not tell";
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

    private static String ipam(Plugin main) {
        CniPlugin known = KnownPlugins.of(main).orElse(null);
        if (known == null) {
            return ipamType(main);
        }
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

    /// None of a plugin that is not known, or whose IPAM plugin is not.
    private static Stream<AddressPool> pools(Plugin plugin, String name) {
        return KnownPlugins.of(plugin).stream().flatMap(known -> switch (known.ipam()) {
            case ASSIGNS_ITSELF -> known.addressPools(plugin.object(), name).stream();
            case UNUSED -> Stream.<AddressPool>empty();
            case REQUIRED, REQUIRED_UNLESS_CHAINED, OPTIONAL ->
                GoFields.object(plugin.object(), "ipam").stream()
                        .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                                .flatMap(it -> Stream.concat(
                                        it.addressPools(ipam).stream(),
                                        it.fixedAround(plugin.object()).stream().map(AddressPool::fixed))));
        });
    }
}
