package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.subject.ObjectFields;
import java.util.Optional;

/// Takes an object the way the API server takes a new one: through the mutating webhook, then through the
/// validating one.
public final class CreationReviews {
    private static final String TEMPLATE = "template";

    private final Reviewer reviewer;

    public CreationReviews(Reviewer reviewer) {
        this.reviewer = reviewer;
    }

    /// Empty for an object that the API server asks nobody about.
    public Optional<Creation> review(JsonNode object, String namespace, Requester requester, ClusterView cluster) {
        return ReviewedKinds.resource(
                        object.path("apiVersion").asText(), object.path("kind").asText())
                .filter(resource -> Interception.isAsked(resource, namespace, object))
                .map(resource ->
                        review(new Arriving(resource, namespace, requester), asKept(resource, object), cluster));
    }

    /// Only a PodTemplate has its template beside its spec; of others the API server drops it, or asks about nothing.
    private static JsonNode asKept(Resource resource, JsonNode object) {
        if (resource.plural().equals("podtemplates") || !(object instanceof ObjectNode whole) || !whole.has(TEMPLATE)) {
            return object;
        }
        return whole.objectNode().<ObjectNode>setAll(whole).without(TEMPLATE);
    }

    private record Arriving(Resource resource, String namespace, Requester requester) {}

    private Creation review(Arriving arriving, JsonNode object, ClusterView cluster) {
        Outcome mutated = reviewer.review(Phase.MUTATE, request(arriving, object), cluster);
        JsonNode stored = Repaired.of(object, mutated.amendments());
        Outcome validated = reviewer.review(Phase.VALIDATE, request(arriving, stored), cluster);
        return new Creation(mutated.amendments(), stored, validated.verdict());
    }

    private static AdmissionRequest request(Arriving arriving, JsonNode object) {
        boolean isOurs = arriving.resource().group().equals(PolicyReading.GROUP);
        return new AdmissionRequest(
                "",
                arriving.resource(),
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
