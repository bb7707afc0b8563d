package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.objects.PodTemplates;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.TemplateReader;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects that the API server asks no webhook about, as what comes of them: the pods of a custom resource, the NAD
/// of an operator's object. The webhook will be asked about those.
final class UnaskedReviews {
    private static final String IN_SPEC = "spec.template";

    private final Reviewer reviewer;
    private final CreationReviews creations;

    UnaskedReviews(Reviewer reviewer, CreationReviews creations) {
        this.reviewer = reviewer;
        this.creations = creations;
    }

    /// Empty where nothing of the kind comes of it.
    Optional<Creation> review(JsonNode object, String namespace, Requester requester, ClusterView cluster) {
        Optional<JsonNode> nad = OperatorNads.of(object, namespace);
        if (nad.isPresent()) {
            return ofNetwork(nad.get(), cluster);
        }
        List<String> templates = ReviewedKind.LEFT_OUT.contains(namespace) ? List.of() : PodTemplates.paths(object);
        return templates.isEmpty()
                ? Optional.empty()
                : Optional.of(ofPods(templates, object, namespace, requester, cluster));
    }

    private Creation ofPods(
            List<String> templates, JsonNode object, String namespace, Requester requester, ClusterView cluster) {
        Verdict verdict = Verdict.NOTHING;
        List<RuleMutation> repairs = new ArrayList<>();
        for (String path : templates) {
            ObjectFields fields = ObjectReader.read(inSpec(path, object));
            Shape shape = new Shape(object.path("kind").asText(), path, 1);
            ReviewOutcome outcome = reviewer.reviewUnasked(
                    namespace,
                    requester,
                    cluster,
                    _ -> TemplateReader.workload(namespace, shape, Operation.CREATE, fields, ObjectFields.NONE));
            verdict = verdict.and(outcome.verdict());
            repairs.addAll(outcome.podMutations());
        }
        return new Creation(List.of(), object, ObjectChanges.applied(object, repairs), verdict);
    }

    /// With that template where most workloads have it.
    private static JsonNode inSpec(String path, JsonNode object) {
        if (path.equals(IN_SPEC)) {
            return object;
        }
        ObjectNode moved = JsonNodeFactory.instance.objectNode();
        moved.set("metadata", object.path("metadata"));
        moved.putObject("spec").set("template", object.at(Shape.pointer(path)));
        return moved;
    }

    /// As the operator's account makes it.
    private Optional<Creation> ofNetwork(JsonNode nad, ClusterView cluster) {
        String namespace = nad.at("/metadata/namespace").asText();
        String name = Quoted.of(nad.at("/metadata/name").asText());
        Requester operator = InferredRequester.of(nad, Settings.DEFAULTS);
        return creations
                .review(nad, namespace, operator, cluster)
                .map(made -> new Creation(
                        List.of(),
                        made.stored(),
                        made.asPods(),
                        made.verdict()
                                .withFindings(
                                        finding -> of(finding, "its network " + name + " will be denied: "),
                                        finding -> of(finding, "its network " + name + ": "))));
    }

    private static Finding of(Finding finding, String before) {
        Violation seen = finding.violation();
        return new Finding(finding.card(), new Violation(Location.of("spec"), before + seen.fact(), seen.remedy()));
    }
}
