package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// See node-behavior.md#type-and-plugins. Where there is a type, `plugins` is not looked at.
@RuleCard(
        code = "MH204",
        name = "missing-plugin-type",
        summary = "A network's config does not say which plugin to run.",
        requirement = "a config must name the plugin to run, in \"type\" or in every entry of \"plugins\"",
        why = """
                Multus runs the plugin of `type`. If `type` is empty, it runs those of `plugins`, in order. \
                Without both, every attachment fails. An empty `plugins` crashes Multus, and a later entry without \
                a type fails only after the earlier ones have changed the pod.""",
        remedy = """
                Give the config a `type` (one plugin) or `plugins`, an array of objects that each have one. With both, Multus runs \
                only `type`.""",
        since = "0.1.0")
public final class MissingPluginType implements ConfigRule {
    private static final String NAME_IT = "Add the plugin's name, as in \"type\": \"bridge\"";

    @Override
    public List<Violation> find(ParsedConfig config) {
        // A type that is there and wrong is MH205's.
        return config.form() == CniConfig.Form.LIST && isUnset(config.document()) ? judge(config) : List.of();
    }

    private static boolean isUnset(JsonObject plugin) {
        return GoFields.set(plugin, "type")
                .map(type ->
                        type.value() instanceof JsonString text && text.value().isEmpty())
                .orElse(true);
    }

    private static List<Violation> judge(ParsedConfig config) {
        Optional<JsonMember> plugins = GoFields.set(config.document(), "plugins");
        if (plugins.isEmpty()) {
            return List.of(neither(config));
        }
        JsonMember member = plugins.get();
        if (!(member.value() instanceof JsonArray array)) {
            return List.of(new Violation(
                    config.location(JsonPath.ROOT, member),
                    "\"plugins\" is " + member.value().typeName(),
                    "Write an array with one object for each plugin, [{\"type\": …}]"));
        }
        if (array.elements().isEmpty()) {
            return List.of(new Violation(
                    config.location(JsonPath.ROOT, member),
                    "\"plugins\" is empty",
                    "Add an object with the plugin's \"type\""));
        }
        return IntStream.range(0, array.elements().size())
                .mapToObj(i -> entry(config, i, array.elements().get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Violation neither(ParsedConfig config) {
        JsonObject document = config.document();
        return new Violation(
                config.location(JsonPath.ROOT, document.start()),
                "it has neither a \"type\" nor \"plugins\"",
                renaming(document, "type")
                        .or(() -> renaming(document, "plugins"))
                        .orElse(NAME_IT));
    }

    private static Optional<String> renaming(JsonObject object, String wanted) {
        return NearMiss.of(wanted, object)
                .map(key -> "Write " + Quoted.of(wanted) + " instead of the key " + Quoted.of(key));
    }

    private static Optional<Violation> entry(ParsedConfig config, int index, Json entry) {
        JsonPath path = JsonPath.ROOT.child("plugins").child(index);
        if (!(entry instanceof JsonObject plugin)) {
            return Optional.of(new Violation(
                    config.location(path, entry.start()),
                    "this entry is " + entry.typeName(),
                    "Write an object with the plugin's \"type\""));
        }
        if (!isUnset(plugin)) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                config.location(path, entry.start()),
                "this plugin has no \"type\"",
                renaming(plugin, "type").orElse(NAME_IT)));
    }
}
