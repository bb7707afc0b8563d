package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Set;

/// What a config does to nodes, as violations of the rule for that kind of harm.
final class ConfigHarm {
    private ConfigHarm() {}

    static List<Violation> of(NodeHarm.Kind kind, Nad nad, Context context) {
        String text = nad.configText();
        CniConfig config = nad.config();
        if (text == null || config == null || ConfigTooLarge.concerns(nad, context)) {
            return List.of();
        }
        List<NodeHarm> harms = NodeHarm.of(Set.of(kind), text, config);
        return harms.isEmpty()
                ? List.of()
                : harms.stream().map(harm -> observe(harm, nad, context, text)).toList();
    }

    private static Violation observe(NodeHarm harm, Nad nad, Context context, String text) {
        Location location = ParsedConfig.of(nad, context)
                .map(config -> config.location(harm.path(), harm.offset()))
                .orElseGet(() -> new Location(
                        ParsedConfig.FIELD,
                        new TextPositions(text).at(harm.offset()).toString(),
                        harm.offset()));
        return new Violation(location, harm.fact(), harm.remedy());
    }
}
