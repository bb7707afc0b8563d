package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.RepeatedKey;
import java.util.List;

/// The harmless sibling of MH202; real manifests have it.
/// See node-behavior.md#config-text.
@RuleCard(
        code = "MH203",
        name = "repeated-config-key",
        summary =
                "A key of a network's config is repeated with the same value, or a key that no plugin reads is repeated.",
        requirement = "each key should stand once",
        why = """
                The config works, because both have the same value. A later edit of only one of them has no \
                effect, or is denied because the two differ.""",
        remedy = "Remove one of the two.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class RepeatedConfigKey implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return judge(config);
    }

    private static List<Violation> judge(ParsedConfig config) {
        List<RepeatedKey> repeated = RepeatedKey.allIn(JsonPath.ROOT, config.document());
        if (repeated.isEmpty()) {
            return List.of();
        }
        List<KnownObject> known = config.known();
        return config.violations(repeated.stream()
                .filter(key -> key.same() || KnownObject.isReadByNobody(known, key))
                .map(key -> key.violation(config::position)));
    }
}
