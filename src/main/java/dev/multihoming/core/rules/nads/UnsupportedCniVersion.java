package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.EffectiveCniVersion;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// See node-behavior.md#cniversion. What a list says in `cniVersions` is weighed as [EffectiveCniVersion]
/// does.
@RuleCard(
        code = "MH208",
        name = "unsupported-cni-version",
        summary = "A network's config requests a CNI version that no plugin supports.",
        requirement = "the version must be one that CNI plugins speak",
        why = """
                Plugins answer in the version that the config requests, and fail if they do not know it. Multus \
                rejects a version that is not a string. An absent version means 0.1.0.""",
        remedy = "Write one of 0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0, in quotes.",
        since = "0.1.0")
public final class UnsupportedCniVersion implements ConfigRule {
    private static final String REMEDY = "Write \"0.3.1\", or another of " + String.join(", ", CniVersion.SUPPORTED);

    @Override
    public List<Violation> find(ParsedConfig config) {
        return judge(config);
    }

    private static List<Violation> judge(ParsedConfig config) {
        List<Violation> violations = new ArrayList<>();
        boolean list = config.form() == CniConfig.Form.LIST;
        Optional<JsonMember> single = GoKeys.winner(config.document(), "cniVersion");
        single.ifPresent(member -> fault(member.value(), list)
                .ifPresent(
                        fact -> violations.add(new Violation(config.location(JsonPath.ROOT, member), fact, REMEDY))));
        Optional<JsonMember> several = list ? GoKeys.winner(config.document(), "cniVersions") : Optional.empty();
        several.ifPresent(member -> violations.addAll(faults(config, member)));
        String effective = EffectiveCniVersion.of(config.document(), config.form());
        if (violations.isEmpty() && !effective.isEmpty() && !CniVersion.SUPPORTED.contains(effective)) {
            single.or(() -> several)
                    .map(member -> new Violation(
                            config.location(JsonPath.ROOT, member),
                            "the CNI version is " + Quoted.of(effective),
                            REMEDY))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    /// An empty version counts as absent. In a list libcni reads it out of a map, where `null` is a wrong type.
    private static Optional<String> fault(Json version, boolean list) {
        return switch (version) {
            case JsonString(int _, int _, String text) ->
                text.isEmpty() || CniVersion.parse(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(Quoted.of(text) + " is no version");
            case JsonNull _ when !list -> Optional.empty();
            case JsonNull _, JsonObject _, JsonArray _, JsonNumber _, JsonBoolean _ ->
                Optional.of("the version is " + version.typeName());
        };
    }

    private static List<Violation> faults(ParsedConfig config, JsonMember several) {
        if (!(several.value() instanceof JsonArray array)) {
            return List.of(new Violation(
                    config.location(JsonPath.ROOT, several),
                    "\"cniVersions\" is " + several.value().typeName(),
                    "Write an array of versions, or leave it out and write \"cniVersion\""));
        }
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Json version = array.elements().get(i);
            JsonPath path = JsonPath.ROOT.child("cniVersions").child(i);
            fault(version, true)
                    .ifPresent(fact ->
                            violations.add(new Violation(config.location(path, version.start()), fact, REMEDY)));
        }
        return violations;
    }
}
