package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;

/// Where it denies, no other rule looks at the config.
@RuleCard(
        code = "MH212",
        name = "config-too-large",
        summary = "A network's config is too large or too deep, or has too many plugins.",
        requirement = "a config must stay within the limit",
        why = """
                Every node reads the config for every pod of the network, and the webhook reads it at every \
                change. Real configs have a few hundred bytes; the limit stops those that are made to waste \
                resources. If a policy only warns about this rule, or an exemption covers it, the config is still \
                checked.""",
        remedy = "Shorten the config. The platform team can raise the limit of bytes.",
        since = "0.1.0",
        limit = true)
public final class ConfigTooLarge implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return excess(nad, context)
                .map(fact -> new Violation(Location.of(ParsedConfig.FIELD), fact, "Shorten it"))
                .stream()
                .toList();
    }

    /// Whether no other rule looks at the config.
    static boolean concerns(Nad nad, Context context) {
        return excess(nad, context).isPresent();
    }

    private static Optional<String> excess(Nad nad, Context context) {
        int limit = context.settings().sizes().configBytes();
        if (nad.configBytes() > limit) {
            return Optional.of("it has %d bytes, and the limit is %d".formatted(nad.configBytes(), limit));
        }
        CniConfig config = nad.config();
        if (config != null && config.isTooDeep()) {
            return Optional.of("it has " + JsonReader.TOO_DEEP);
        }
        int plugins = config == null ? 0 : config.entries();
        int most = context.settings().sizes().plugins();
        return plugins <= most
                ? Optional.empty()
                : Optional.of("it has %d plugins, and the limit is %d".formatted(plugins, most));
    }
}
