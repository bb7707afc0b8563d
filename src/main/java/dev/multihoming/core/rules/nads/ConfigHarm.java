package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.EnumSet;
import java.util.List;

/// What a config does to nodes, as violations of the rule for that kind of harm.
final class ConfigHarm {
    private ConfigHarm() {}

    static List<Violation> of(NodeHarm.Kind kind, Nad nad, Context context) {
        CniConfig config = nad.config();
        if (config == null || ConfigTooLarge.concerns(nad, context)) {
            return List.of();
        }
        List<NodeHarm> all = config.view(Harms.class, Harms::of).all();
        return all.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(harm -> harm.kind() == kind)
                        .map(harm -> observe(harm, nad, context, config.text()))
                        .toList();
    }

    /// All that a config does to nodes: it depends on nothing else, and few do anything.
    private record Harms(List<NodeHarm> all) {
        static Harms of(CniConfig config) {
            return new Harms(NodeHarm.of(EnumSet.allOf(NodeHarm.Kind.class), config.text(), config));
        }
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
