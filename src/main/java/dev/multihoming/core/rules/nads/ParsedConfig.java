package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.BridgePlugin;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.Network.Attached;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A config that could be read, as most rules look at it. It is made once for a text, and kept with it while that is
/// remembered: whatever it holds depends on nothing else.
final class ParsedConfig {
    static final String FIELD = "spec.config";

    /// More than [Quoted] shows, so that it marks the cut.
    private static final int MAX_PATH_CHARS = 200;

    private final TextPositions positions;
    private final JsonObject document;
    private final CniConfig read;
    private final List<KnownObject> known;
    private final List<CniConfig.Plugin> bridgesWithoutVlan;
    private final List<LinkClaim> claims;
    private volatile @Nullable OnSegments onSegments;

    /// The rules that are known to find nothing here. Others are asked again: findings have a length of their own, and
    /// most configs have none.
    private final SilentRules silent = new SilentRules();

    private ParsedConfig(CniConfig read, JsonObject document) {
        this.positions = new TextPositions(read.text());
        this.document = document;
        this.read = read;
        this.known = List.copyOf(KnownObject.allIn(document, read));
        this.bridgesWithoutVlan = MissingBridgeVlan.lacking(read.plugins());
        this.claims = NetworkAbilities.claims(read, "");
    }

    /// The segments that a config attaches pods to with one resource; a network has hardly ever had another.
    private record OnSegments(String resource, List<Attached> attached) {}

    /// Empty where there is nothing to judge: no config, not an object, or more of it than is looked at.
    static Optional<ParsedConfig> of(Nad nad, Context context) {
        CniConfig config = nad.config();
        return config == null || ConfigTooLarge.concerns(nad, context)
                ? Optional.empty()
                : config.view(View.class, View::of).parsed();
    }

    /// What a config is to rules, also one that is not an object.
    private record View(Optional<ParsedConfig> parsed) {
        static View of(CniConfig config) {
            return new View(
                    config.document() instanceof Parsed.Ok<JsonObject>(JsonObject document)
                            ? Optional.of(new ParsedConfig(config, document))
                            : Optional.empty());
        }
    }

    /// What that rule finds here.
    List<Violation> violationsOf(ConfigRule rule) {
        if (silent.contains(rule)) {
            return List.of();
        }
        List<Violation> found = rule.find(this);
        if (found.isEmpty()) {
            silent.add(rule);
        }
        return found;
    }

    JsonObject document() {
        return document;
    }

    CniConfig.Form form() {
        return read.form();
    }

    List<CniConfig.Plugin> plugins() {
        return read.plugins();
    }

    /// What it takes of the node for itself.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    List<LinkClaim> claims(String resource) {
        return resource.isEmpty() ? claims : NetworkAbilities.claims(read, resource);
    }

    /// The segments that it attaches pods to.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    List<Attached> attached(String resource) {
        OnSegments last = onSegments;
        if (last == null || !last.resource().equals(resource)) {
            List<Attached> attached = Network.attached(plugins(), GoFields.text(document, "name"), resource)
                    .toList();
            last = new OnSegments(resource, attached);
            onSegments = last;
        }
        return last.attached();
    }

    /// Its objects that have readers.
    List<KnownObject> known() {
        return known;
    }

    /// The bridges that name no VLAN at all.
    List<CniConfig.Plugin> bridgesWithoutVlan() {
        return bridgesWithoutVlan;
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
        return IntStream.range(0, plugins().size())
                .filter(i -> BridgePlugin.SPEC.types().contains(plugins().get(i).type()));
    }
}
