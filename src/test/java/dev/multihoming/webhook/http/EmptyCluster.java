package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.topology.SegmentIndex;
import dev.multihoming.core.topology.SegmentNetworks;
import dev.multihoming.webhook.codec.ReviewEncoder;
import dev.multihoming.webhook.lookup.ExistingView;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// All rules, in a cluster of which it is known that it has no NADs. A rule that throws fails the test.
public final class EmptyCluster implements NetworkDirectory {
    private final SegmentIndex networks;

    private EmptyCluster(SegmentIndex networks) {
        this.networks = networks;
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return networks.meeting(segment);
    }

    static ReviewService reviews(Settings settings) {
        return reviews(_ -> EffectivePolicy.BUILT_IN.with(settings));
    }

    static ReviewService reviews(PolicyResolver resolver) {
        RuleEngine engine = new RuleEngine(RuleBook.all(), (card, failure) -> {
            throw new AssertionError(card.code(), failure);
        });
        return new ReviewService(
                new Reviewer(engine, resolver, () -> 0),
                new ReviewEncoder(new Wording("https://rules.example/")),
                new EmptyCluster(new SegmentIndex()),
                new ReviewMetrics(new SimpleMeterRegistry(), new BytesInFlight(1), Settings.DEFAULTS.accounts()),
                DecisionLog.ofTheServer());
    }

    /// The same for objects that are there, under that policy.
    public static ExistingReviews existing(PolicyResolver resolver) {
        return existing(resolver, new SegmentIndex());
    }

    /// The same beside those networks.
    public static ExistingReviews existing(PolicyResolver resolver, SegmentIndex networks) {
        RuleEngine engine = new RuleEngine(RuleBook.all(), (card, failure) -> {
            throw new AssertionError(card.code(), failure);
        });
        return new ExistingReviews(
                new Reviewer(engine, resolver, () -> 0),
                new ExistingView(new EmptyCluster(networks)),
                Settings.DEFAULTS);
    }

    @Override
    public Optional<Lookup> known(NadRef ref) {
        return Optional.of(new Lookup.Absent());
    }

    @Override
    public CompletionStage<Lookup> ask(NadRef ref) {
        throw new AssertionError("everything is known");
    }

    @Override
    public Collection<String> names(String namespace) {
        return List.of();
    }

    @Override
    public ClusterFacts facts() {
        return ClusterFacts.NONE;
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return false;
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        throw new AssertionError("nothing is deleted");
    }
}
