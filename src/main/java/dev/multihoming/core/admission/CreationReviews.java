package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.List;
import java.util.Optional;

/// Takes an object the way the API server takes a new one: through the mutating webhook, then through the
/// validating one.
public final class CreationReviews {
    private static final String TEMPLATE = "template";

    private final Reviewer reviewer;
    private final UnaskedReviews unasked;

    public CreationReviews(Reviewer reviewer) {
        this.reviewer = reviewer;
        this.unasked = new UnaskedReviews(reviewer, this);
    }

    /// Empty for an object that the API server asks no webhook about, now or when its pods and networks are made.
    public Optional<Creation> review(JsonNode object, String namespace, Requester requester, ClusterView cluster) {
        Optional<ReviewedKind> reviewed = ReviewedKinds.of(
                object.path("apiVersion").asText(), object.path("kind").asText());
        return reviewed.isPresent()
                ? reviewed.filter(kind -> kind.isJudged(namespace, object))
                        .map(kind -> review(new Arriving(kind, namespace, requester), asKept(kind, object), cluster))
                : unasked.review(object, namespace, requester, cluster);
    }

    /// Only a PodTemplate has its template beside its spec; of others the API server drops it, or asks about nothing.
    private static JsonNode asKept(ReviewedKind kind, JsonNode object) {
        boolean keeps = kind.content() instanceof Content.Workloads(Shape shape)
                && shape.path().equals(TEMPLATE);
        return keeps || !(object instanceof ObjectNode whole) || !whole.has(TEMPLATE)
                ? object
                : whole.objectNode().<ObjectNode>setAll(whole).without(TEMPLATE);
    }

    private record Arriving(ReviewedKind kind, String namespace, Requester requester) {}

    private Creation review(Arriving arriving, JsonNode object, ClusterView cluster) {
        List<RuleMutation> mutations = arriving.kind().isRepaired(arriving.namespace(), object)
                ? reviewer.review(Phase.MUTATE, request(arriving, object), cluster)
                        .mutations()
                : List.of();
        JsonNode stored = ObjectChanges.applied(object, mutations);
        ReviewOutcome validated = reviewer.review(Phase.VALIDATE, request(arriving, stored), cluster);
        return new Creation(
                mutations, stored, ObjectChanges.applied(stored, validated.podMutations()), validated.verdict());
    }

    private static AdmissionRequest request(Arriving arriving, JsonNode object) {
        boolean isOurs = arriving.kind().content() instanceof Content.Own;
        return new AdmissionRequest(
                "",
                arriving.kind().resource(),
                "CREATE",
                arriving.namespace(),
                object.at("/metadata/name").asText(),
                arriving.requester().username(),
                arriving.requester().groups(),
                true,
                isOurs ? ObjectFields.NONE : ObjectReader.read(object),
                ObjectFields.NONE,
                isOurs ? object : null,
                null);
    }
}
