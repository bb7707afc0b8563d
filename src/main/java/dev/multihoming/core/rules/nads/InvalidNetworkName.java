package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// See node-behavior.md#network-name; libcni 1.3.0 `utils.ValidateNetworkName`.
@RuleCard(
        code = "MH207",
        name = "invalid-network-name",
        summary = "The name in a network's config is one that libcni does not accept.",
        requirement =
                "a network's name must have at most 185 letters, digits, '_', '.' and '-', the first one a letter or digit",
        why = """
                `name` is optional: Multus fills in the NetworkAttachmentDefinition's own name where it is absent \
                or empty, and any other name is allowed. If libcni rejects the name, for example because of a \
                slash or a space, every attachment fails. A name that is too long for the node's result file fails \
                as well.""",
        remedy = "Leave `name` out, or write one of the permitted characters.",
        since = "0.1.0")
public final class InvalidNetworkName implements Rule<Nad> {
    /// Of a file name's 255 bytes, libcni's cache takes 64 for the container's ID, two hyphens and at least "net1".
    private static final int LONGEST = 255 - 64 - 2 - 4;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.\\-]*");

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .flatMap(config -> GoKeys.winner(config.document(), "name")
                        .filter(member -> !isEmpty(member.value()))
                        .map(member -> judge(config, member, nad))
                        .orElseGet(() -> ofNad(nad)))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isEmpty(Json name) {
        return name instanceof JsonString text && text.value().isEmpty();
    }

    /// Multus takes the NAD's own name. One that the API server makes of a prefix is shorter than that.
    private static Optional<Violation> ofNad(Nad nad) {
        int length = nad.displayName().length();
        return length <= LONGEST || nad.displayName().endsWith("*")
                ? Optional.empty()
                : Optional.of(new Violation(
                        Location.of("metadata.name"),
                        "the config has no \"name\", so that Multus takes that of the NAD: it has %d characters, and the node's cache file has room for %d"
                                .formatted(length, LONGEST),
                        "Write a shorter \"name\" into the config, or name the NAD shorter"));
    }

    private static Optional<Violation> judge(ParsedConfig config, JsonMember member, Nad nad) {
        return fault(member.value())
                .map(fact -> new Violation(
                        config.location(JsonPath.ROOT, member),
                        fact,
                        "Leave \"name\" out, or write a plain one such as " + Quoted.of(suggestion(nad))));
    }

    private static Optional<String> fault(Json name) {
        // Also null: Multus fills in a name only where the key is absent or the string empty.
        if (!(name instanceof JsonString(int _, int _, String text))) {
            return Optional.of("\"name\" is " + name.typeName());
        }
        if (text.length() > LONGEST) {
            return Optional.of("\"name\" has %d characters, and the node's cache file has room for %d"
                    .formatted(text.length(), LONGEST));
        }
        return NAME.matcher(text).matches() ? Optional.empty() : Optional.of("\"name\" is " + Quoted.of(text));
    }

    private static String suggestion(Nad nad) {
        String own = nad.displayName();
        return NAME.matcher(own).matches() ? own : "my-network";
    }
}
