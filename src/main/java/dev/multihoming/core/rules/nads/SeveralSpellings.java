package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Two keys of one object that Go takes for one field. Multus takes the last in the text, and a plugin the last in
/// alphabetical order (node-behavior.md#key-matching): what the config means cannot be told.
///
/// MH202 finds them too, and a policy may turn it off. Limits do not depend on that.
final class SeveralSpellings {
    private SeveralSpellings() {}

    static Optional<Violation> in(ParsedConfig config) {
        return LocatedObject.allIn(JsonPath.ROOT, config.document()).stream()
                .flatMap(object -> in(config, object).stream())
                .findFirst();
    }

    private static Optional<Violation> in(ParsedConfig config, LocatedObject object) {
        Map<String, String> spelt = new HashMap<>();
        for (JsonMember member : object.object().members()) {
            String before = spelt.put(GoKeys.folded(member.key()), member.key());
            if (before != null && !before.equals(member.key())) {
                return Optional.of(new Violation(
                        config.location(object.path(), member),
                        "what the network uses cannot be told: the key %s stands beside %s"
                                .formatted(Quoted.of(member.key()), Quoted.of(before)),
                        "Write the key once"));
            }
        }
        return Optional.empty();
    }
}
