package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// A rule that looks at nothing but a network's config: it finds the same for every author, namespace and policy. That
/// it finds nothing is remembered with the text.
interface ConfigRule extends Rule<Nad> {
    /// As [Rule#find]; not asked where there is no config, or more of it than is looked at.
    List<Violation> find(ParsedConfig config);

    @Override
    default List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> config.violationsOf(this))
                .orElse(List.of());
    }
}
