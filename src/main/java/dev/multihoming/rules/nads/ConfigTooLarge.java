package dev.multihoming.rules.nads;

import dev.multihoming.multus.CniConfig;
import dev.multihoming.review.Context;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Place;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.Nad;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Where this finds something, no other rule looks at the config.
@RuleCard(
        code = "MH212",
        name = "config-too-large",
        summary = "A network's config is larger, or its chain longer, than the cluster allows.",
        law = "a config must stay within the limit",
        why = """
                Every node reads the config for every pod of the network, and the webhook reads it at every change. Real configs have \
                a few hundred bytes; the limit is there for those that are not meant to be read.""",
        remedy = "Shorten the config. The platform team can raise the limit of bytes.",
        since = "0.1.0")
public final class ConfigTooLarge implements Rule<Nad> {
    /// Real chains have two or three plugins; each costs every pod of the network a process on its node.
    private static final int MAX_PLUGINS = 64;

    @Override
    public List<Observation> find(Nad nad, Context context) {
        return excess(nad, context)
                .map(fact -> new Observation(
                        Place.of(JudgedConfig.FIELD), fact, "Shorten it; nothing else of it was judged"))
                .stream()
                .toList();
    }

    /// Whether no other rule looks at the config.
    static boolean concerns(Nad nad, Context context) {
        return excess(nad, context).isPresent();
    }

    private static Optional<String> excess(Nad nad, Context context) {
        String text = nad.configText();
        CniConfig config = nad.config();
        if (text == null) {
            return Optional.empty();
        }
        if (config == null) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            int limit = context.settings().maxConfigBytes();
            return Optional.of("it has %d bytes, and the limit is %d".formatted(bytes, limit));
        }
        return config.entries() <= MAX_PLUGINS
                ? Optional.empty()
                : Optional.of("it has %d plugins, and the limit is %d".formatted(config.entries(), MAX_PLUGINS));
    }
}
