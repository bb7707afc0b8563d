package dev.multihoming.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.RunningPod;
import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.review.Requester;
import java.util.List;
import java.util.function.Function;

/// Explains manifests, as if they were created now.
public final class Explanations {
    private final OfflineReviews reviews;
    private final Function<Manifest, Requester> requester;
    private final ConfigsOfInputs configs;

    /// `requester` is who creates one, `others` tells of NADs that are not among the manifests.
    public Explanations(OfflineReviews reviews, Function<Manifest, Requester> requester, NetworkConfig.Source others) {
        this.reviews = reviews;
        this.requester = requester;
        this.configs = new ConfigsOfInputs(others);
    }

    /// Of all in `asked` of which anything can be said; `beside` only tells of NADs.
    public List<Explanation> of(List<Manifest> asked, List<Manifest> beside) {
        beside.forEach(this::learn);
        asked.forEach(this::learn);
        Explainer explainer = new Explainer(configs);
        return asked.stream()
                .map(manifest ->
                        explainer.explain(reviews.judge(RunningPod.asWritten(manifest), requester.apply(manifest))))
                .filter(it ->
                        it.table().isPresent() || it.judgement().creation().isPresent())
                .toList();
    }

    private void learn(Manifest manifest) {
        if (ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind())) {
            JsonNode stored =
                    reviews.judge(manifest).creation().map(Creation::stored).orElse(manifest.object());
            configs.add(new NadRef(manifest.namespace(), manifest.name()), stored);
        }
        OperatorNads.of(manifest.object(), manifest.namespace())
                .ifPresent(nad ->
                        configs.add(new NadRef(nad.at("/metadata/namespace").asText(), manifest.name()), nad));
    }
}
