package dev.multihoming.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.draft.NadManifest;
import dev.multihoming.lint.Judgement;
import dev.multihoming.lint.Manifests;
import dev.multihoming.lint.OfflineReviews;
import dev.multihoming.lint.PolicyFiles;
import dev.multihoming.lint.Source;
import dev.multihoming.lint.Surroundings;
import dev.multihoming.lint.World;
import java.time.Clock;
import java.util.Map;

/// A drafted object through the engine, as `check` would put the printed one through it.
final class DraftReview {
    private final OfflineReviews reviews;

    DraftReview(PolicyFiles policies, Defects defects) {
        this.reviews = new OfflineReviews(
                policies.governor(_ -> Map.of()), new World(Surroundings.UNKNOWN), Clock.systemUTC(), defects);
    }

    Judgement judge(JsonNode object) {
        Source text = new Source("<draft>", NadManifest.yaml(object));
        return reviews.judge(Manifests.of(text, "default").getFirst());
    }
}
