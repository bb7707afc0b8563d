package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.Field;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Only in objects whose keys are all known. Also beside the key that is probably meant: the default `vlan` of a bridge
/// comes before this rule looks.
@RuleCard(
        code = "MH221",
        name = "misspelt-config-field",
        summary = "A key that a plugin does not know is one letter away from one that it does.",
        law = "a plugin ignores keys that it does not know",
        why = """
                The plugin takes the config without a word, and does not do what the key was written for: a bridge with `"vlans": 100` \
                is in no VLAN.""",
        remedy = "Correct the key, or remove it.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MisspeltConfigField implements Rule<Nad> {
    private static final int LONG_ENOUGH = 4;

    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context).stream()
                .flatMap(config -> KnownObject.allIn(config).stream()
                        .filter(MisspeltConfigField::hasUnknownKey)
                        .flatMap(known -> judge(config, known)))
                .toList();
    }

    private static boolean hasUnknownKey(KnownObject known) {
        if (known.plugin().isEmpty()) {
            return false;
        }
        for (JsonMember member : known.object().members()) {
            if (!isKnown(member.key(), known.fields())) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Observation> judge(JudgedConfig config, KnownObject known) {
        return known.object().members().stream()
                .filter(member -> !isKnown(member.key(), known.fields()))
                .flatMap(member -> meant(member, known).stream()
                        .map(field -> new Observation(
                                config.place(known.path(), member),
                                "the plugin does not know the key %s".formatted(Quoted.of(member.key())),
                                "Write %s if that is meant".formatted(Quoted.of(field)))));
    }

    private static Optional<String> meant(JsonMember member, KnownObject known) {
        return known.fields().stream()
                .map(Field::key)
                .filter(key -> key.length() >= LONG_ENOUGH)
                .filter(key -> NearMiss.isClose(GoKeys.folded(member.key()), GoKeys.folded(key)))
                .findFirst();
    }

    /// In any case: a variant of a known key is MH202's.
    private static boolean isKnown(String key, List<Field> fields) {
        for (Field field : fields) {
            if (GoKeys.foldsTo(key, field.key())) {
                return true;
            }
        }
        return false;
    }
}
