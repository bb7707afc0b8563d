package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.review.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks through everything that is there. One object is in memory at a time, and of each namespace its worst results.
public final class Audit {
    /// What is installed of them is told by the API server.
    private static final List<ReviewedKind> KINDS =
            ReviewedKinds.all().stream().filter(ReviewedKind::audited).toList();

    private static final Set<String> MAKERS = KINDS.stream()
            .filter(kind -> !kind.isPod())
            .map(ReviewedKind::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final Inventory inventory;
    private final ExistingReviews reviews;
    private final Wording wording;
    private final int room;

    /// `room` is how many results are kept of a namespace.
    public Audit(Inventory inventory, ExistingReviews reviews, Wording wording, int room) {
        this.inventory = inventory;
        this.reviews = reviews;
        this.wording = wording;
        this.room = room;
    }

    /// One look at everything, which can take minutes.
    ///
    /// @throws IOException when not everything was seen: half a look would call breaches mended
    public AuditSnapshot look() throws IOException {
        AuditSnapshot census = new AuditSnapshot(room);
        for (ReviewedKind kind : KINDS) {
            Inventory.Coverage coverage =
                    inventory.visit(kind, (apiVersion, object) -> look(kind, apiVersion, object, census));
            if (coverage == Inventory.Coverage.NOT_PERMITTED) {
                census.notPermitted(kind);
            }
        }
        return census;
    }

    private void look(ReviewedKind kind, String apiVersion, JsonNode object, AuditSnapshot census) {
        census.seen();
        String namespace = object.at("/metadata/namespace").asText();
        boolean goes = object.at("/metadata").has("deletionTimestamp");
        if (goes || ReviewedKind.LEFT_OUT.contains(namespace) || isRepetition(kind, object)) {
            return;
        }
        reviews.judge(kind, object).ifPresent(verdict -> {
            NamespaceSummary tally = census.in(namespace);
            List<AuditResult> results = AuditResult.of(AuditedObject.of(kind, apiVersion, object), verdict, wording);
            results.forEach(tally::add);
            if (results.isEmpty()) {
                tally.passed();
            }
        });
    }

    /// Whether it only repeats what an object that is looked through itself says. A pod never does: it may be older
    /// than
    /// what its maker says now.
    private static boolean isRepetition(ReviewedKind kind, JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()
                    && !kind.isPod()
                    && MAKERS.contains(owner.path("kind").asText())) {
                return true;
            }
        }
        return false;
    }
}
