package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.RepeatedKey;
import dev.multihoming.core.schema.SchemaCheck;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#config-text, #key-matching. Judged anywhere for exact repetitions, and for variants
/// of the keys of [KnownObject].
@RuleCard(
        code = "MH202",
        name = "ambiguous-config-key",
        summary =
                "A key of a network's config is repeated with different values, or differs from a known key only in case.",
        requirement = "a key must mean the same to a person, to Multus, to libcni and to the plugin",
        why = """
                Multus and the plugins ignore the case of keys (and take the long s `ſ` and the Kelvin sign `K` \
                for `s` and `k`), and where several keys match, Multus takes the last in the text, but a plugin \
                the last in alphabetical order. `{"type": "bridge", "Type": "macvlan"}` runs one or the other, \
                depending on whether the config has a name, and `"Vlan": 100` beside `"vlan": 0` means no VLAN. \
                Such a config cannot be reviewed.""",
        remedy = "Write each key once, exactly as its documentation does.",
        since = "0.1.0")
public final class AmbiguousConfigKey implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(Stream.concat(repeated(config), variants(config).stream()));
    }

    private static Stream<SchemaViolation> repeated(ParsedConfig config) {
        List<RepeatedKey> repeated = RepeatedKey.allIn(JsonPath.ROOT, config.document());
        if (repeated.isEmpty()) {
            return Stream.empty();
        }
        List<KnownObject> known = config.known();
        return repeated.stream()
                .filter(key -> !key.same() && !KnownObject.isReadByNobody(known, key))
                .map(key -> key.violation(config::position));
    }

    private static List<SchemaViolation> variants(ParsedConfig config) {
        List<SchemaViolation> variants = new ArrayList<>();
        config.known()
                .forEach(
                        known -> SchemaCheck.caseVariants(known.path(), known.object(), known.struct(), variants::add));
        return variants.size() > 1 ? once(variants) : variants;
    }

    /// `ipam` is read twice, by the plugin that has it and by the one that it names, and both read `type`.
    private static List<SchemaViolation> once(List<SchemaViolation> variants) {
        Set<Integer> seen = HashSet.newHashSet(variants.size());
        return variants.stream().filter(variant -> seen.add(variant.offset())).toList();
    }
}
