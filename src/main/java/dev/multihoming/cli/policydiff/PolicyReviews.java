package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflinePolicyResolver;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.policytest.Outcomes;
import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.admission.InferredRequester;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.PodTemplates;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Wording;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Judges objects under one set of policies, as if their makers created them again now.
public final class PolicyReviews {
    private static final Wording WORDING = new Wording("https://multihoming.dev/rules/");

    private final OfflinePolicyResolver resolver;
    private final OfflineReviews reviews;
    private final OfflineReviews reviewsOfPods;

    /// `onFailure` learns of a rule that threw, which is a defect.
    public PolicyReviews(
            OfflinePolicyResolver resolver,
            ClusterView cluster,
            Clock clock,
            BiConsumer<Card, RuntimeException> onFailure) {
        this.resolver = resolver;
        this.reviews = new OfflineReviews(resolver, cluster, clock, onFailure);
        this.reviewsOfPods = new OfflineReviews(resolver.denyingTemplates(), cluster, clock, onFailure);
    }

    /// Empty for what the webhook is not asked about.
    Optional<PolicyVerdict> judge(Manifest manifest) {
        Requester maker = InferredRequester.of(manifest.object(), Settings.DEFAULTS);
        return reviews.creation(manifest, maker).map(answer -> {
            Creation ofPods = isWorkload(manifest)
                    ? reviewsOfPods.creation(manifest, maker).orElse(answer)
                    : answer;
            return new PolicyVerdict(
                    governing(manifest.namespace()).notice().policy(),
                    Outcomes.of(answer),
                    Outcomes.of(ofPods),
                    messages(ofPods));
        });
    }

    /// Judges what is proposed itself.
    ///
    /// @throws CannotRun for a policy or exemption that the webhook would deny
    public void refuseDenied(List<Manifest> proposed) {
        for (Manifest manifest : proposed) {
            judge(manifest).filter(PolicyVerdict::isDenied).ifPresent(verdict -> {
                String code = verdict.outcome().of(Effect.DENIED).first();
                throw new CannotRun("%s would be denied: %s"
                        .formatted(manifest.title(), verdict.messages().get(code)));
            });
        }
    }

    private static boolean isWorkload(Manifest manifest) {
        return ReviewedKinds.of(manifest.apiVersion(), manifest.kind())
                .map(kind -> kind.content() instanceof Content.Workloads)
                .orElseGet(() -> !PodTemplates.paths(manifest.object()).isEmpty());
    }

    /// The first of each rule, the gravest first.
    private static Map<String, String> messages(Creation creation) {
        Map<String, String> messages = new HashMap<>();
        for (Effect effect : Effect.ofFindings()) {
            creation.verdict().findings(effect).forEach(finding -> put(finding, messages));
        }
        creation.mutations()
                .forEach(mutation ->
                        put(new Finding(mutation.card(), mutation.repair().note()), messages));
        return messages;
    }

    private static void put(Finding finding, Map<String, String> messages) {
        messages.computeIfAbsent(finding.card().code(), _ -> WORDING.sentence(finding));
    }

    /// The policy of a namespace.
    EffectivePolicy governing(String namespace) {
        return resolver.governing(namespace);
    }
}
