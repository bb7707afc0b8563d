package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#config-text: Multus decodes the text into a map, then into its own structs.
@RuleCard(
        code = "MH201",
        name = "malformed-config",
        summary = "A network's config is not a JSON object.",
        requirement = "a config must be one JSON object",
        why = """
                Multus reads `spec.config` when a pod attaches, not when the NetworkAttachmentDefinition is \
                created. If it cannot read the text, every pod of that network stays in ContainerCreating; the \
                JSON value `null` crashes Multus.""",
        remedy = """
                Correct the JSON at the location in the message. Common causes: a trailing comma, single quotes, a \
                comment, a missing bracket, a template that was not filled in. Leave `config` out only if the \
                nodes have a CNI file of that name.""",
        since = "0.1.0")
public final class MalformedConfig implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        String text = nad.configText();
        CniConfig config = nad.config();
        if (text == null || config == null || ConfigTooLarge.concerns(nad, context)) {
            return List.of();
        }
        return switch (config.document()) {
            case Parsed.Ok<JsonObject> _ -> List.of();
            case Parsed.Malformed<JsonObject>(int offset, String fact) ->
                List.of(
                        new Violation(
                                new Location(
                                        ParsedConfig.FIELD,
                                        new TextPositions(text).at(offset).toString(),
                                        offset),
                                fact,
                                "Correct it at this place; as a whole the config is one object, as in {\"cniVersion\": \"0.3.1\", \"type\": \"bridge\"}"));
        };
    }
}
