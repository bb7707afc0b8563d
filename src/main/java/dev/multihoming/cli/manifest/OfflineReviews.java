package dev.multihoming.cli.manifest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.admission.CreationReviews;
import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.rules.RuleBook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Judges manifests by the engine that judges requests, as if a developer created them now.
public final class OfflineReviews {
    /// In no group, with no trust: what an ordinary author would be told.
    private static final Requester SOMEBODY = new Requester("");

    private final CreationReviews reviews;
    private final PolicyResolver resolver;
    private final ClusterView world;

    /// `onFailure` learns of a rule that threw, which is a defect; as in the webhook it denies.
    public OfflineReviews(
            PolicyResolver resolver, ClusterView world, Clock clock, BiConsumer<Card, RuntimeException> onFailure) {
        RuleEngine engine = new RuleEngine(RuleBook.all(), onFailure);
        this.reviews = new CreationReviews(
                new Reviewer(engine, resolver, () -> clock.instant().getEpochSecond()));
        this.resolver = resolver;
        this.world = world;
    }

    public ManifestVerdict judge(Manifest manifest) {
        return judge(manifest, SOMEBODY);
    }

    /// As if `requester` created it.
    public ManifestVerdict judge(Manifest manifest, Requester requester) {
        Optional<Creation> creation = creation(manifest, requester);
        List<Problem> problems = new ArrayList<>(DuplicateKeys.in(manifest));
        List<Problem> refused = NonStrings.in(manifest);
        problems.addAll(refused);
        problems.addAll(UnknownRules.in(manifest));
        problems.addAll(PolicySchema.in(manifest));
        creation.ifPresent(it -> Findings.of(manifest, it).stream()
                .filter(finding -> refused.stream().noneMatch(problem -> isAbout(problem.span(), finding.span())))
                .forEach(problems::add));
        problems.sort(
                Comparator.comparingInt((Problem problem) -> problem.span().start())
                        .thenComparing(Problem::effect)
                        .thenComparing(Problem::code));
        return new ManifestVerdict(manifest, resolver.governing(manifest.namespace()), creation, problems);
    }

    /// What rules say of a value that is no string is about what is left of it.
    private static boolean isAbout(SourceSpan value, SourceSpan finding) {
        return value.start() <= finding.start() && finding.start() < value.end();
    }

    /// The same without the places of what is found; empty for what the webhook is not asked about.
    public Optional<Creation> creation(Manifest manifest, Requester requester) {
        return reviews.review(manifest.object(), manifest.namespace(), requester, world);
    }
}
