package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Something in a config that harms each node on which a pod attaches.
///
/// Found in every object that some program may take for its config, and in each of several members for one key: what
/// Multus, libcni and a plugin read can differ, and this must not be missed.
///
/// @param kind in which way
/// @param path where it stands in the config; the root for all of it
/// @param offset the same in the text
/// @param fact what stands there; a clause
/// @param remedy what to do; an imperative sentence without full stop
public record NodeHarm(Kind kind, JsonPath path, int offset, String fact, String remedy) {
    /// In which way a config harms a node.
    public enum Kind {
        /// A program is run for addresses that runs a program for addresses itself: endlessly.
        PLUGIN_AS_IPAM,
        /// A text changes what another program of the node does, or which file is used.
        UNSAFE_TEXT,
        /// Multus or a plugin ends in a panic, at ADD and at DEL.
        MULTUS_PANIC,
        /// It is larger or deeper than is read here, and Multus reads it.
        NOT_READ
    }

    private static final Set<Kind> EVERY_KIND = Set.of(Kind.values());

    /// Names under which Multus is installed.
    static final Set<String> MULTUS = Set.of("multus", "multus-shim", "multus-daemon");

    /// Programs that manage no addresses, and are not in a table of fields.
    private static final Set<String> OTHER_PLUGINS =
            Set.of("flannel", "loopback", "passthru", "sample", "win-bridge", "win-overlay");

    /// The first of them, where there is one.
    ///
    /// @param text the config, not empty
    public static @Nullable Kind firstOf(String text, CniConfig config) {
        if (config.isTooDeep()) {
            return Kind.NOT_READ;
        }
        List<NodeHarm> harms = of(EVERY_KIND, text, config);
        return harms.isEmpty() ? null : harms.getFirst().kind();
    }

    /// Whether a plugin of the config panics where a pod brings a `sysctl` in its `cni-args`.
    public static boolean isOnSysctlInArgs(CniConfig config) {
        return config.plugins().stream().anyMatch(MultusPanics::onSysctlInArgs);
    }

    /// Those of some kinds, in the order of the text.
    ///
    /// @param kinds that are looked for; each has a rule of its own
    /// @param text the config, not empty
    public static List<NodeHarm> of(Set<Kind> kinds, String text, CniConfig config) {
        return switch (config.document()) {
            case Parsed.Ok<JsonObject>(JsonObject document) -> of(kinds, document, config);
            case Parsed.Malformed<JsonObject> _ ->
                kinds.contains(Kind.MULTUS_PANIC) && text.strip().equals("null")
                        ? List.of(panic(JsonPath.ROOT, 0, "the config is null", "Write a config, or remove the key"))
                        : List.of();
        };
    }

    private static List<NodeHarm> of(Set<Kind> kinds, JsonObject document, CniConfig config) {
        List<NodeHarm> harms = new ArrayList<>(0);
        if (kinds.contains(Kind.MULTUS_PANIC)) {
            MultusPanics.in(document, config, harms);
        }
        for (LocatedObject located : LocatedObject.allIn(document)) {
            List<String> types = texts(located.object(), "type");
            boolean isDocument = located.path().isRoot();
            // What has no type is no program, unless a delegate gets its type from the program that runs it.
            if (!types.isEmpty() || !isDocument) {
                program(kinds, located, types, config, harms);
            }
        }
        return harms;
    }

    private static void program(
            Set<Kind> kinds, LocatedObject located, List<String> types, CniConfig config, List<NodeHarm> harms) {
        if (kinds.contains(Kind.PLUGIN_AS_IPAM)) {
            eachIpam(located, (path, type) -> recursion(path, type, harms));
        }
        if (kinds.contains(Kind.UNSAFE_TEXT)) {
            UnsafeTexts.forAny(located, harms);
        }
        if (kinds.contains(Kind.MULTUS_PANIC) && isHandedOn(located, config)) {
            MultusPanics.inDelegate(located, types, harms);
        }
        if (kinds.contains(Kind.UNSAFE_TEXT)) {
            List<String> programs = new ArrayList<>(types);
            eachIpam(located, (_, type) -> programs.add(type.value()));
            programs.addAll(DelegateUse.unnamed(located, types));
            programs.forEach(program -> UnsafeTexts.forProgram(located, program, harms));
        }
    }

    /// Whether it is a config in a plugin, and not a plugin of the list.
    private static boolean isHandedOn(LocatedObject located, CniConfig config) {
        return !located.path().isRoot()
                && config.plugins().stream()
                        .noneMatch(plugin ->
                                plugin.object().start() == located.object().start());
    }

    /// The programs that are run for addresses: of repeated keys, each.
    private static void eachIpam(LocatedObject located, BiConsumer<JsonPath, JsonString> type) {
        for (JsonMember ipam : folding(located.object(), "ipam")) {
            if (ipam.value() instanceof JsonObject object) {
                for (JsonMember member : folding(object, "type")) {
                    if (member.value() instanceof JsonString text) {
                        type.accept(located.path().child(ipam.key()).child(member.key()), text);
                    }
                }
            }
        }
    }

    private static void recursion(JsonPath path, JsonString type, List<NodeHarm> harms) {
        String program = type.value();
        if (MULTUS.contains(program)
                || OTHER_PLUGINS.contains(program)
                || KnownPlugins.of(program).isPresent()) {
            harms.add(new NodeHarm(
                    Kind.PLUGIN_AS_IPAM,
                    path,
                    type.start(),
                    "%s does not manage addresses: it would start itself again and again on the node"
                            .formatted(Quoted.of(program)),
                    "Name an IPAM plugin, such as \"host-local\", \"static\", \"dhcp\" or \"whereabouts\", or remove"
                            + " \"ipam\""));
        }
    }

    static NodeHarm panic(JsonPath path, int offset, String fact, String remedy) {
        return new NodeHarm(Kind.MULTUS_PANIC, path, offset, fact + ", and the node's plugins panic on it", remedy);
    }

    static List<JsonMember> folding(JsonObject object, String key) {
        return members(object, member -> GoKeys.foldsTo(member.key(), key));
    }

    private static List<String> texts(JsonObject object, String key) {
        return members(object, member -> GoKeys.foldsTo(member.key(), key) && member.value() instanceof JsonString)
                .stream()
                .map(member -> ((JsonString) member.value()).value())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static List<JsonMember> members(JsonObject object, Predicate<JsonMember> those) {
        List<JsonMember> found = List.of();
        for (JsonMember member : object.members()) {
            if (those.test(member)) {
                found = found.isEmpty() ? new ArrayList<>(1) : found;
                found.add(member);
            }
        }
        return found;
    }
}
