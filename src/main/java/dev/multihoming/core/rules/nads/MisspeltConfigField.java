package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.MisspeltKeys;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.List;
import java.util.stream.Stream;

/// Only in objects whose keys are all known. Also beside the key that is probably meant: the default `vlan` of
/// a bridge comes before this rule looks. See node-behavior.md#how-plugins-read-their-config.
@RuleCard(
        code = "MH221",
        name = "misspelt-config-field",
        summary = "A key is misspelt by one letter.",
        requirement = "a plugin ignores keys that it does not know",
        why = """
                The plugin accepts the config without an error, but ignores the key: a bridge with `"vlans": 100` \
                is in no VLAN.""",
        remedy = "Correct the key, or remove it.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MisspeltConfigField implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.known().stream()
                .flatMap(MisspeltConfigField::judge)
                .map(config::violation)
                .toList();
    }

    private static Stream<SchemaViolation> judge(KnownObject known) {
        return known.reader().stream()
                .flatMap(reader ->
                        MisspeltKeys.in(known.path(), known.object(), known.struct(), "the " + reader).stream());
    }
}
