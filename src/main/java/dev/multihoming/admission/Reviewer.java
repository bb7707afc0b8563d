package dev.multihoming.admission;

import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Governor;
import dev.multihoming.policy.Verdict;
import dev.multihoming.review.Amendment;
import dev.multihoming.review.ClusterView;
import dev.multihoming.review.Context;
import dev.multihoming.review.Finding;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Phase;
import dev.multihoming.review.Requester;
import dev.multihoming.review.RuleEngine;
import dev.multihoming.subject.OperatorNetworks;
import dev.multihoming.subject.Subject;
import dev.multihoming.subject.Workload;
import java.util.List;
import java.util.Optional;

/// From a request to its outcome: subject, policy, findings, verdict, repairs. Never waits.
public final class Reviewer {
    private final RuleEngine engine;
    private final Governor governor;

    public Reviewer(RuleEngine engine, Governor governor) {
        this.engine = engine;
        this.governor = governor;
    }

    /// The whole sequence of one review, under one policy from its start to its end.
    public Outcome review(Phase phase, AdmissionRequest request, ClusterView cluster) {
        EffectivePolicy policy = governor.governing(request.namespace());
        Optional<Subject> subject = Subjects.of(request, policy.settings());
        if (subject.isEmpty()) {
            return Outcome.NOTHING;
        }
        Context context = new Context(phase, new Requester(request.username()), cluster, policy.settings());
        return switch (phase) {
            case MUTATE -> mutate(subject.get(), context, policy);
            case VALIDATE -> new Outcome(validate(subject.get(), context, policy), List.of());
        };
    }

    private Outcome mutate(Subject subject, Context context, EffectivePolicy policy) {
        Verdict verdict = policy.judge(engine.findings(subject, context));
        List<Amendment> amendments = verdict.allowed()
                ? engine.amendments(subject, context).stream()
                        .filter(amendment -> policy.mode(amendment.card()).repairs())
                        .toList()
                : List.of();
        // Without a repair nothing is said, hence nothing told: warnings are the validator's.
        return amendments.isEmpty() ? Outcome.NOTHING : new Outcome(Verdict.NOTHING, amendments);
    }

    /// Where something denies, nothing was repaired: what the repairs would have mended is not held against the object,
    /// since it will be mended once the rest is right.
    private Verdict validate(Subject subject, Context context, EffectivePolicy policy) {
        Verdict verdict = policy.judge(engine.findings(subject, context));
        if (subject instanceof Workload) {
            Verdict ofPods = verdict.withDenials(Reviewer::ofItsPods);
            return policy.settings().enforceTemplates() ? ofPods : ofPods.asWarnings();
        }
        if (subject instanceof OperatorNetworks) {
            // What makes NADs that are judged themselves: to deny it could stop the platform's own configuration.
            return verdict.asWarnings();
        }
        if (verdict.allowed()) {
            return verdict;
        }
        Verdict beyondRepair = policy.judge(engine.findings(subject, context.in(Phase.MUTATE)));
        return beyondRepair.allowed() ? verdict : beyondRepair;
    }

    private static Finding ofItsPods(Finding finding) {
        Observation seen = finding.observation();
        return new Finding(
                finding.card(),
                new Observation(seen.place(), "its pods will be denied: " + seen.fact(), seen.remedy()));
    }
}
