package dev.multihoming.admission;

import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Verdict;
import dev.multihoming.review.Amendment;
import dev.multihoming.review.ClusterView;
import dev.multihoming.review.Context;
import dev.multihoming.review.Phase;
import dev.multihoming.review.Requester;
import dev.multihoming.review.RuleEngine;
import dev.multihoming.review.Settings;
import dev.multihoming.subject.Nad;
import dev.multihoming.subject.OperatorNetworks;
import dev.multihoming.subject.Pod;
import dev.multihoming.subject.Subject;
import dev.multihoming.subject.VirtualMachine;
import dev.multihoming.subject.Workload;
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
        Optional<Subject> subject = Subjects.of(request, settings);
        if (subject.isEmpty()) {
            return Outcome.NOTHING;
        }
        return switch (phase) {
            case MUTATE -> mutate(subject.get(), context(phase, request, cluster));
            case VALIDATE -> new Outcome(validate(subject.get(), request, cluster), List.of());
        };
    }

    private Outcome mutate(Subject subject, Context context) {
        Verdict verdict = judge(subject, context);
        List<Amendment> amendments = verdict.allowed() ? engine.amendments(subject, context) : List.of();
        // Without a repair nothing is said, hence nothing told: warnings are the validator's.
        return amendments.isEmpty() ? Outcome.NOTHING : new Outcome(Verdict.NOTHING, amendments);
    }

    /// Where something denies, nothing was repaired: what the repairs would have mended is not held against the object,
    /// since it will be mended once the rest is right.
    private Verdict validate(Subject subject, AdmissionRequest request, ClusterView cluster) {
        Verdict verdict = judge(subject, context(Phase.VALIDATE, request, cluster));
        if (isOnlyTold(subject)) {
            return verdict.asWarnings();
        }
        if (verdict.allowed()) {
            return verdict;
        }
        Verdict beyondRepair = judge(subject, context(Phase.MUTATE, request, cluster));
        return beyondRepair.allowed() ? verdict : beyondRepair;
    }

    /// What makes pods or NADs that are judged themselves: to deny it could stop the platform's own configuration.
    private boolean isOnlyTold(Subject subject) {
        return switch (subject) {
            case Workload _ -> !settings.enforceTemplates();
            case OperatorNetworks _ -> true;
            case Pod _, Nad _, VirtualMachine _ -> false;
        };
    }

    private Verdict judge(Subject subject, Context context) {
        return policy.judge(engine.findings(subject, context));
    }

    private Context context(Phase phase, AdmissionRequest request, ClusterView cluster) {
        return new Context(phase, new Requester(request.username()), cluster, settings);
    }
}
