package dev.multihoming.cli.policytest;

import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.OfflinePolicyResolver;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.policytest.PolicyTest.Case;
import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.review.Card;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Runs the cases of one file, each through the engine that judges requests.
public final class TestRun {
    private final PolicyTest test;
    private final Clock clock;
    private final BiConsumer<Card, RuntimeException> onFailure;

    private TestRun(PolicyTest test, BiConsumer<Card, RuntimeException> onFailure) {
        this.onFailure = onFailure;
        this.test = test;
        this.clock = Clock.fixed(test.now(), ZoneOffset.UTC);
    }

    /// The results, in the order of the file. `onFailure` learns of a rule that threw, which is a defect.
    public static List<CaseResult> of(PolicyTest test, BiConsumer<Card, RuntimeException> onFailure) {
        TestRun run = new TestRun(test, onFailure);
        return test.cases().stream().map(run::run).toList();
    }

    private CaseResult run(Case one) {
        OfflinePolicyResolver resolver = test.policies().resolver(namespace -> labels(one, namespace));
        ManifestVerdict judgement = new OfflineReviews(resolver, test.cluster().world(), clock, onFailure)
                .judge(one.object(), one.requester());
        return new CaseResult(
                test.file(),
                one,
                judgement.creation().map(Outcomes::of).orElse(ObjectOutcome.NOT_ASKED),
                judgement.policy(),
                judgement.creation().map(Creation::verdict));
    }

    private Map<String, String> labels(Case one, String namespace) {
        return one.labels() != null && namespace.equals(one.object().namespace())
                ? one.labels()
                : test.cluster().labels().getOrDefault(namespace, Map.of());
    }
}
