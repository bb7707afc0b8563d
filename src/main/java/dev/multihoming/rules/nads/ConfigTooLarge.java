package dev.multihoming.rules.nads;

import dev.multihoming.review.Context;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Place;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.Nad;
import java.util.List;

/// Where this finds something, no other rule looks at the config.
@RuleCard(
        code = "MH212",
        name = "config-too-large",
        summary = "A network's config is larger than the cluster allows.",
        law = "a config must stay within the limit",
        why = """
                Every node reads the config for every pod of the network, and the webhook reads it at every change. Real configs have \
                a few hundred bytes; the limit is there for those that are not meant to be read.""",
        remedy = "Shorten the config. The platform team can raise the limit.",
        since = "0.1.0")
public final class ConfigTooLarge implements Rule<Nad> {
    @Override
    public List<Observation> find(Nad nad, Context context) {
        String text = nad.configText();
        if (text == null || !JudgedConfig.isTooLarge(text, context)) {
            return List.of();
        }
        return List.of(new Observation(
                Place.of(JudgedConfig.FIELD),
                "it has %d bytes, and the limit is %d"
                        .formatted(JudgedConfig.bytes(text), context.settings().maxConfigBytes()),
                "Shorten it; nothing else of it was judged"));
    }
}
