package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.BridgePlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.subject.Nad;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A config that could be read, as most rules look at it.
///
/// @param positions `spec.config`, byte for byte, and how to name a place in it
record ParsedConfig(TextPositions positions, JsonObject document, CniConfig.Form form, List<CniConfig.Plugin> plugins) {
    static final String FIELD = "spec.config";

    /// More than [Quoted] shows, so that it marks the cut.
    private static final int MAX_PATH_CHARS = 200;

    /// Empty where there is nothing to judge: no config, not an object, or more of it than is looked at.
    static Optional<ParsedConfig> of(Nad nad, Context context) {
        String text = nad.configText();
        CniConfig config = nad.config();
        if (text == null || config == null || ConfigTooLarge.concerns(nad, context)) {
            return Optional.empty();
        }
        return switch (config.document()) {
            case Parsed.Ok<JsonObject>(JsonObject document) ->
                Optional.of(new ParsedConfig(new TextPositions(text), document, config.form(), config.plugins()));
            case Parsed.Malformed<JsonObject> _ -> Optional.empty();
        };
    }

    String text() {
        return positions.text();
    }

    /// The line and column of that offset, for a person.
    String position(int offset) {
        return positions.at(offset).toString();
    }

    /// Where the thing at that path and offset stands, for a person.
    Location location(JsonPath path, int offset) {
        String position = position(offset);
        if (path.isRoot()) {
            return new Location(FIELD, position, offset);
        }
        // Keys are other people's text too: one line, cut, but no quotes around a path.
        String quoted = Quoted.of(path.shown(MAX_PATH_CHARS));
        return new Location(FIELD, quoted.substring(1, quoted.length() - 1) + ", " + position, offset);
    }

    /// What is observed, in the order of the text.
    List<Violation> violations(Stream<SchemaViolation> violations) {
        return violations
                .sorted(Comparator.comparingInt(SchemaViolation::offset))
                .map(this::violation)
                .toList();
    }

    Violation violation(SchemaViolation violation) {
        return new Violation(location(violation.path(), violation.offset()), violation.fact(), violation.remedy());
    }

    /// Where a member of the object at that path stands.
    Location location(JsonPath path, JsonMember member) {
        return location(path.child(member.key()), member.value().start());
    }

    /// The bridges of the chain, by their index in it.
    IntStream bridges() {
        return IntStream.range(0, plugins.size())
                .filter(i -> BridgePlugin.SPEC.types().contains(plugins.get(i).type()));
    }
}
