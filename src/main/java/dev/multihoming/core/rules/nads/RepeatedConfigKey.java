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
        summary = "A key of a network's config stands twice with the same value, or one that no plugin reads.",
        requirement = "each key should stand once",
        why = """
                The config works, since both say the same. Whoever edits one of the two later will wonder why nothing changes, or will \
                be denied because the two then differ.""",
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
