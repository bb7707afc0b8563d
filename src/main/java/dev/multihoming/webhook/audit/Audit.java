package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Owner;
import dev.multihoming.core.topology.SegmentNetworks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks through everything that is there. One object is in memory at a time, and of each namespace its worst results.
public final class Audit {
    /// What is installed of them is told by the API server.
    public static final List<ReviewedKind> KINDS =
            ReviewedKinds.all().stream().filter(ReviewedKind::audited).toList();

    private static final Set<String> MAKERS = KINDS.stream()
            .filter(kind -> !kind.isPod())
            .map(ReviewedKind::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final Inventory inventory;
    private final ExistingReviews reviews;
    private final Neighbourhood neighbours;
    private final Wording wording;
    private final int room;
    private final RememberedFindings remembered = new RememberedFindings();

    /// @param networksOn the known networks on some part of a segment
    /// @param room how many results are kept of a namespace
    public Audit(
            Inventory inventory,
            ExistingReviews reviews,
            Function<Segment, SegmentNetworks> networksOn,
            Wording wording,
            int room) {
        this.inventory = inventory;
        this.reviews = reviews;
        this.neighbours = new Neighbourhood(networksOn);
        this.wording = wording;
        this.room = room;
    }

    /// One look at everything, which can take minutes.
    ///
    /// @throws IOException when not everything was seen: half a look would call breaches mended
    public AuditSnapshot look() throws IOException {
        remembered.beginLook();
        AuditSnapshot census = look(Inventory.EVERYWHERE);
        remembered.endLook();
        return census;
    }

    /// One look at a namespace.
    ///
    /// @throws IOException as [#look()]
    AuditSnapshot look(String namespace) throws IOException {
        AuditSnapshot census = new AuditSnapshot(room);
        for (ReviewedKind kind : KINDS) {
            Inventory.Coverage coverage =
                    inventory.visit(kind, namespace, (apiVersion, object) -> look(kind, apiVersion, object, census));
            if (coverage == Inventory.Coverage.NOT_PERMITTED) {
                census.notPermitted(kind);
            }
        }
        return census;
    }

    /// Whether a change of that pod can be news. Most changes are of the status of pods without additional networks,
    /// and need no look at the whole object.
    public boolean mayConcern(String uid, @Nullable Map<String, String> annotations) {
        return remembered.has(uid)
                || (annotations != null
                        && (annotations.containsKey(NetworkAnnotations.NETWORKS)
                                || annotations.containsKey(NetworkAnnotations.DEFAULT_NETWORK)));
    }

    /// The namespace of an object that was created or changed, or is gone, where what is found
    /// about it is not what was found before. Always that of a network: what is found about it
    /// depends on others, of which the API server tells in its own time.
    public Optional<String> changed(ReviewedKind kind, JsonNode object, boolean gone) {
        Optional<Verdict> verdict = gone ? Optional.empty() : judge(kind, object);
        boolean isNews = remembered.isNews(uid(object), verdict);
        return Optional.of(namespace(object))
                .filter(namespace -> !ReviewedKind.LEFT_OUT.contains(namespace))
                .filter(_ -> isNews || kind.isNad());
    }

    private void look(ReviewedKind kind, String apiVersion, JsonNode object, AuditSnapshot census) {
        census.seen();
        Optional<Verdict> verdict = judge(kind, object);
        boolean _ = remembered.isNews(uid(object), verdict);
        verdict.ifPresent(found -> {
            NamespaceSummary tally = census.in(namespace(object));
            List<AuditResult> results = AuditResult.of(AuditedObject.of(kind, apiVersion, object), found, wording);
            results.forEach(tally::add);
            if (results.isEmpty()) {
                tally.passed();
            } else if (kind.isNad()) {
                neighbours.named(object, results).forEach(tally::addNamed);
            }
        });
    }

    private Optional<Verdict> judge(ReviewedKind kind, JsonNode object) {
        boolean goes = object.path("metadata").has("deletionTimestamp");
        return goes || ReviewedKind.LEFT_OUT.contains(namespace(object)) || isRepetition(kind, object)
                ? Optional.empty()
                : reviews.judge(kind, object);
    }

    private static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }

    private static String uid(JsonNode object) {
        return object.at("/metadata/uid").asText();
    }

    /// Whether it only repeats what an object that is looked through itself says. A pod never
    /// does: it may be older than what its maker says now.
    private static boolean isRepetition(ReviewedKind kind, JsonNode object) {
        return !kind.isPod()
                && Owner.controllerOf(object)
                        .filter(owner -> MAKERS.contains(owner.kind()))
                        .isPresent();
    }
}
