package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// Facts C and A11. Judged anywhere for exact repetitions, and for variants of the keys of [KnownObject].
@RuleCard(
        code = "MH202",
        name = "ambiguous-config-key",
        summary =
                "A key of a network's config stands twice with different values, or differs from a known key only in case.",
        law = "a key must mean the same to a person, to Multus, to libcni and to the plugin",
        why = """
                Multus and the plugins ignore the case of keys (and take the long s `ſ` and the Kelvin sign `K` for `s` and `k`), and \
                where several keys match, Multus takes the last in the text, but a plugin the last in alphabetical order. \
                `{"type": "bridge", "Type": "macvlan"}` runs one or the other depending on whether the config has a name, and \
                `"Vlan": 100` beside `"vlan": 0` is no VLAN at all. Nobody can review such a config.""",
        remedy = "Write each key once, spelt as its documentation spells it.",
        since = "0.1.0")
public final class AmbiguousConfigKey implements Rule<Nad> {
    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context)
                .map(config -> Misfit.observe(
                        config,
                        Stream.concat(
                                RepeatedKey.allIn(config).stream()
                                        .filter(key -> !key.same())
                                        .map(key -> repeated(config, key)),
                                CaseVariant.allIn(config).stream().map(AmbiguousConfigKey::misspelt))))
                .orElse(List.of());
    }

    private static Misfit repeated(JudgedConfig config, RepeatedKey key) {
        return new Misfit(
                key.path().child(key.again().key()),
                key.again().keyStart(),
                "the key %s stands here again, with another value than at %s"
                        .formatted(
                                Quoted.of(key.again().key()),
                                config.positions().at(key.first().keyStart())),
                "Keep the one that is meant");
    }

    private static Misfit misspelt(CaseVariant variant) {
        String key = variant.member().key();
        String known = Quoted.of(variant.known());
        return new Misfit(
                variant.path().child(key),
                variant.member().keyStart(),
                "the key %s is taken for %s".formatted(Quoted.of(key), known),
                "Write %s, and only once".formatted(known));
    }
}
