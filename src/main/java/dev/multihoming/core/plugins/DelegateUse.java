package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The configs that stand in a plugin's own, for other plugins that it runs: flannel runs its `delegate`
/// (flannel-io/cni-plugin, `doCmdAdd`), others call it otherwise. No plugin that is known runs any.
public final class DelegateUse {
    private static final String FLANNEL = "flannel";

    /// Where flannel keeps its delegate's config, as root (flannel-io/cni-plugin, flannel.go, saveScratchNetConf).
    private static final List<HandedOn> FOLDER = List.of(HandedOn.of(SafeText.STATE_FOLDER, "dataDir"));

    /// What plugins call the configs that they hand on.
    private static final List<String> KEYS = List.of("delegate", "delegates", "plugins");

    private DelegateUse() {}

    /// Those of known plugins, whatever they stand under, in the order of the text. Not an `ipam`: what that
    /// names is run with the config around it.
    public static List<CniConfig.Plugin> of(CniConfig.Plugin plugin) {
        String addresses = addressesOf(plugin.object());
        if (runsNone(plugin.type()) && runsNone(addresses)) {
            return List.of();
        }
        List<LocatedObject> objects = LocatedObject.allIn(plugin.path(), plugin.object());
        Set<JsonObject> ipams = Collections.newSetFromMap(new IdentityHashMap<>());
        objects.forEach(located -> GoFields.object(located.object(), "ipam").ifPresent(ipams::add));
        Stream<CniConfig.Plugin> written = objects.stream()
                .skip(1)
                .filter(located -> !ipams.contains(located.object()))
                .flatMap(DelegateUse::written);
        boolean isFlannel = plugin.type().equals(FLANNEL) || addresses.equals(FLANNEL);
        return Stream.concat(written, isFlannel ? untyped(plugin) : Stream.empty())
                .toList();
    }

    /// The programs that flannel puts where a config names none: host-local for addresses, a bridge for its delegate
    /// (flannel-io/cni-plugin, `getDelegateIPAM` and `doCmdAdd`).
    static List<String> unnamed(LocatedObject located, List<String> types) {
        if (types.contains(FLANNEL)) {
            return List.of("host-local");
        }
        boolean isDelegate = GoKeys.foldsTo(located.path().last(), "delegate");
        return types.isEmpty() && isDelegate ? List.of("bridge") : List.of();
    }

    /// What such a program hands on itself.
    static List<HandedOn> handedOn(String program) {
        return program.equals(FLANNEL) ? FOLDER : List.of();
    }

    /// What a plugin of that config runs for its addresses; empty where none.
    public static String addressesOf(JsonObject config) {
        return GoFields.object(config, "ipam")
                .map(ipam -> GoFields.text(ipam, "type"))
                .orElse("");
    }

    private static boolean runsNone(String type) {
        return type.isEmpty()
                || KnownPlugins.of(type).isPresent()
                || KnownPlugins.ipam(type).isPresent();
    }

    /// Its reader may read the key exactly or as Go does, and the first or the last: each counts.
    private static Stream<CniConfig.Plugin> written(LocatedObject located) {
        return types(located.object())
                .distinct()
                .filter(type -> KnownPlugins.of(type).isPresent())
                .map(type -> new CniConfig.Plugin(located.path(), type, located.object()));
    }

    /// The names of all programs that a plugin's config has run: its own, those of its delegates, and what each names
    /// for its addresses. Also unknown ones, where they stand under a key that names delegates.
    public static Stream<String> programs(CniConfig.Plugin plugin) {
        Stream<CniConfig.Plugin> configs = Stream.concat(Stream.of(plugin), of(plugin).stream());
        return Stream.concat(
                        configs.flatMap(config -> Stream.of(config.type(), addressesOf(config.object()))),
                        unknown(plugin))
                .filter(type -> !type.isEmpty())
                .distinct();
    }

    private static Stream<String> unknown(CniConfig.Plugin plugin) {
        if (runsNone(plugin.type()) && runsNone(addressesOf(plugin.object()))) {
            return Stream.empty();
        }
        return LocatedObject.allIn(plugin.path(), plugin.object()).stream()
                .flatMap(located -> located.object().members().stream())
                .filter(member -> KEYS.stream().anyMatch(key -> GoKeys.foldsTo(member.key(), key)))
                .flatMap(member -> objects(member.value()))
                .flatMap(delegate -> Stream.concat(types(delegate), Stream.of(addressesOf(delegate))));
    }

    private static Stream<JsonObject> objects(Json value) {
        return switch (value) {
            case JsonObject object -> Stream.of(object);
            case JsonArray list ->
                list.elements().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
            default -> Stream.empty();
        };
    }

    private static Stream<String> types(JsonObject config) {
        return config.members().stream()
                .filter(member -> GoKeys.foldsTo(member.key(), "type"))
                .flatMap(
                        member -> member.value() instanceof JsonString type ? Stream.of(type.value()) : Stream.empty());
    }

    /// A delegate that names no plugin, or is not there at all, is a bridge to flannel. It reads this one key
    /// exactly.
    private static Stream<CniConfig.Plugin> untyped(CniConfig.Plugin plugin) {
        JsonPath path = plugin.path().child("delegate");
        JsonObject delegate = GoFields.object(plugin.object(), "delegate")
                .orElseGet(() ->
                        new JsonObject(plugin.object().start(), plugin.object().end(), List.of()));
        return delegate.members().stream().anyMatch(member -> member.key().equals("type"))
                ? Stream.empty()
                : Stream.of(new CniConfig.Plugin(path, "bridge", delegate));
    }
}
