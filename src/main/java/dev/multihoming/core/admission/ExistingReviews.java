package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.ObjectFields;
import java.util.Optional;

/// Judges what is there already, by the engine and the policies that judge requests.
public final class ExistingReviews {
    private final Reviewer reviewer;
    private final ClusterView cluster;
    private final Settings settings;

    /// Who makes what is left to its makers is in `settings`.
    public ExistingReviews(Reviewer reviewer, ClusterView cluster, Settings settings) {
        this.reviewer = reviewer;
        this.cluster = cluster;
        this.settings = settings;
    }

    /// Empty for a pod, and for an object that makes pods, without a request to Multus.
    public Optional<Verdict> judge(ReviewedKind kind, JsonNode object) {
        ObjectFields fields = ObjectReader.read(object);
        boolean isAboutPods = !kind.isNad() && !(kind.content() instanceof Content.NetworkPolicies);
        if (isAboutPods && !fields.asksForNetworks()) {
            return Optional.empty();
        }
        String namespace = object.at("/metadata/namespace").asText();
        return reviewer.reviewExisting(
                namespace,
                InferredRequester.of(object, settings),
                cluster,
                itsSettings -> SubjectFactory.existing(kind, namespace, fields, itsSettings));
    }
}
