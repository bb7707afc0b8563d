package dev.multihoming.admission;

import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Verdict;
import dev.multihoming.review.ClusterView;
import dev.multihoming.review.Context;
import dev.multihoming.review.Phase;
import dev.multihoming.review.Requester;
import dev.multihoming.review.RuleEngine;
import dev.multihoming.review.Settings;
import dev.multihoming.subject.Subject;
import java.util.List;
import java.util.Optional;

/// From a request to its outcome: subject, findings, verdict, repairs. Never waits.
public final class Reviewer {
    private final RuleEngine engine;
    private final EffectivePolicy policy;
    private final Settings settings;

    public Reviewer(RuleEngine engine, EffectivePolicy policy, Settings settings) {
        this.engine = engine;
        this.policy = policy;
        this.settings = settings;
    }

    /// The whole sequence of one review.
    public Outcome review(Phase phase, AdmissionRequest request, ClusterView cluster) {
        Optional<Subject> subject = Subjects.of(request);
        if (subject.isEmpty()) {
            return Outcome.NOTHING;
        }
        Context context = new Context(phase, new Requester(request.username()), cluster, settings);
        Verdict verdict = policy.judge(engine.findings(subject.get(), context));
        return switch (phase) {
            case VALIDATE -> new Outcome(verdict, List.of());
            case MUTATE ->
                verdict.allowed() ? new Outcome(verdict, engine.amendments(subject.get(), context)) : Outcome.NOTHING;
        };
    }
}
