package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.core.admission.InferredRequester;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `explain` says of objects, for pages that show several. It asks the cluster once for each network.
final class PredictedInterfaces implements AutoCloseable {
    private final Explanations explanations;
    private final Optional<LiveObjects> cluster;

    private PredictedInterfaces(Explanations explanations, Optional<LiveObjects> cluster) {
        this.explanations = explanations;
        this.cluster = cluster;
    }

    /// Among those objects, and the cluster where it is to be asked.
    static PredictedInterfaces of(JudgingOptions judging, List<Manifest> objects) {
        Optional<LiveObjects> cluster = judging.live().map(_ -> judging.objects());
        NetworkConfig.Source others =
                cluster.<NetworkConfig.Source>map(LiveNetworks::new).orElseGet(ExplainCommand::notGiven);
        Map<NadRef, NetworkConfig> known = new HashMap<>();
        return new PredictedInterfaces(
                new Explanations(
                        judging.reviews(objects),
                        PredictedInterfaces::maker,
                        ref -> known.computeIfAbsent(ref, others::of)),
                cluster);
    }

    /// One for each of `asked`, in their order; `beside` only tells of networks. All can ask for networks.
    List<Explanation> explain(List<Manifest> asked, List<Manifest> beside) {
        return explanations.of(asked, beside);
    }

    /// As `explain` takes it: the owner of an object of the cluster tells who made it.
    private static Requester maker(Manifest manifest) {
        return manifest.source().name().equals(Manifests.IN_CLUSTER)
                ? InferredRequester.of(manifest.object(), Settings.DEFAULTS)
                : new Requester("", List.of());
    }

    @Override
    public void close() {
        cluster.ifPresent(LiveObjects::close);
    }
}
