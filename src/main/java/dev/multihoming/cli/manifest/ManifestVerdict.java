package dev.multihoming.cli.manifest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Effect;
import java.util.List;
import java.util.Optional;

/// What the webhook would say of a manifest, and more.
///
/// @param policy that governs its namespace
/// @param creation what would become of it; empty for what the webhook is not asked about
/// @param problems in the order of the text
public record ManifestVerdict(
        Manifest manifest, EffectivePolicy policy, Optional<Creation> creation, List<Problem> problems) {
    public ManifestVerdict {
        problems = List.copyOf(problems);
    }

    public boolean isDenied() {
        return problems.stream().anyMatch(problem -> problem.effect() == Effect.DENIED);
    }
}
