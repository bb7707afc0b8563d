package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.ObjectEdit;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A member that plugins get where their author left it out.
record PluginDefault(String key, String value) {
    private static final String POINTER = "/spec/config";

    /// Requests of the controllers that own their NADs are left alone: they would write their own text back.
    static boolean concerns(Context context) {
        return !context.ownsNetworks();
    }

    /// Which plugins of a config lack it; a rule of its own for each default.
    @FunctionalInterface
    interface Lack {
        Stream<CniConfig.Plugin> in(ParsedConfig config);
    }

    /// A finding for each plugin that lacks it, where no repair will still come.
    List<Violation> findings(Nad nad, Context context, Lack lack, String fact, Supplier<String> remedy) {
        boolean injected = context.settings().networks().defaults().inject();
        if (injected && context.phase() == Phase.MUTATE) {
            return List.of();
        }
        String whole = injected ? fact + ", and the repair did not run" : fact;
        return lacking(nad, context, lack, (config, plugin) -> Stream.of(noted(config, plugin, whole, remedy.get())));
    }

    /// The repair of each plugin that lacks it.
    List<Mutation> repairs(Nad nad, Context context, Lack lack, Supplier<String> fact, String remedy) {
        return context.settings().networks().defaults().inject()
                ? lacking(
                        nad,
                        context,
                        lack,
                        (config, plugin) ->
                                repairs(config, plugin.object(), noted(config, plugin, this + fact.get(), remedy)))
                : List.of();
    }

    private static <T> List<T> lacking(
            Nad nad, Context context, Lack lack, BiFunction<ParsedConfig, CniConfig.Plugin, Stream<T>> then) {
        if (!concerns(context)) {
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> lack.in(config).flatMap(plugin -> then.apply(config, plugin)))
                .toList();
    }

    private static Violation noted(ParsedConfig config, CniConfig.Plugin plugin, String fact, String remedy) {
        return new Violation(config.location(plugin.path(), plugin.object().start()), fact, remedy);
    }

    /// Whether nothing is said about the key: not with a value, and not in another spelling, beside which an
    /// added member would take effect instead (node-behavior.md#config-text).
    static boolean isUnset(JsonObject plugin, String key) {
        return plugin.members().stream()
                .filter(member -> GoKeys.foldsTo(member.key(), key))
                .allMatch(member -> member.key().equals(key) && member.value() instanceof JsonNull);
    }

    boolean isUnset(CniConfig.Plugin plugin) {
        return isUnset(plugin.object(), key);
    }

    /// Sets the member: in place of its `null` where it has one, else after the last.
    Stream<Mutation> repairs(ParsedConfig config, JsonObject holder, Violation note) {
        List<TextEdit> edits = holder.members().stream()
                .filter(member -> member.key().equals(key))
                .map(JsonMember::value)
                .map(old -> ObjectEdit.replace(old, value))
                .toList();
        return (edits.isEmpty() ? List.of(ObjectEdit.append(config.text(), holder, key, value)) : edits)
                .stream().<Mutation>map(edit -> new TextMutation(POINTER, config.text(), edit, note));
    }

    @Override
    public String toString() {
        return '"' + key + "\": " + value;
    }
}
