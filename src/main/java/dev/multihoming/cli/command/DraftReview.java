package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.ManifestCluster;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.cli.nad.NadManifest;
import java.time.Clock;
import java.util.Map;

/// A drafted object through the engine, as `check` would put the printed one through it.
final class DraftReview {
    private final OfflineReviews reviews;

    DraftReview(PolicyFiles policies, Defects defects) {
        this.reviews = new OfflineReviews(
                policies.resolver(_ -> Map.of()),
                new ManifestCluster(ExternalNetworks.UNKNOWN),
                Clock.systemUTC(),
                defects);
    }

    ManifestVerdict judge(JsonNode object) {
        Source text = new Source("<draft>", NadManifest.yaml(object));
        return reviews.judge(Manifests.of(text, "default").getFirst());
    }
}
