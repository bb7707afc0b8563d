package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.Exclusion;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts C1, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH211",
        name = "exclusive-config-options",
        summary = "A plugin has two options that it refuses together.",
        law = "the plugin refuses the two together, for every pod that attaches",
        why = """
                The bridge plugin cannot set hairpin and promiscuous mode at the same time, and cannot give an address (`ipam.type`) to \
                an interface that `disableContainerInterface` keeps down. The portmap plugin takes `markMasqBit` or `externalSetMarkChain`.""",
        remedy = "Remove one of the two.",
        since = "0.1.0")
public final class ExclusiveConfigOptions implements Rule<Nad> {
    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context)
                .map(config -> config.plugins().stream()
                        .flatMap(plugin -> judge(config, plugin))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Observation> judge(JudgedConfig config, CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin.type()).stream()
                .flatMap(known -> known.spec().exclusions().stream())
                .filter(exclusion ->
                        isSet(plugin.object(), exclusion.first()) && isSet(plugin.object(), exclusion.second()))
                .map(exclusion -> observe(config, plugin, exclusion));
    }

    private static boolean isSet(JsonObject object, List<String> path) {
        Optional<JsonObject> parent = Optional.of(object);
        for (String key : path.subList(0, path.size() - 1)) {
            parent = parent.flatMap(p -> GoFields.object(p, key));
        }
        String key = path.getLast();
        return parent.filter(
                        p -> GoFields.isTrue(p, key) || !GoFields.text(p, key).isEmpty() || isNumber(p, key))
                .isPresent();
    }

    private static boolean isNumber(JsonObject object, String key) {
        return GoFields.set(object, key)
                .filter(member -> member.value() instanceof JsonNumber)
                .isPresent();
    }

    private static Observation observe(JudgedConfig config, CniConfig.Plugin plugin, Exclusion exclusion) {
        String first = Quoted.of(String.join(".", exclusion.first()));
        String second = Quoted.of(String.join(".", exclusion.second()));
        return new Observation(
                config.place(plugin.path(), plugin.object().start()),
                first + " and " + second + " are both set",
                "Remove " + first + " or " + second);
    }
}
