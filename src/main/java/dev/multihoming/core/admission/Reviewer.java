package dev.multihoming.core.admission;

import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.policy.ReviewAttributes;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.NotJudged;
import dev.multihoming.core.review.OnceAsked;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.OperatorNetworks;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// From a request to its outcome: subject, policy, findings, verdict, repairs. Never waits.
public final class Reviewer {
    private final RuleEngine engine;
    private final PolicyResolver resolver;
    private final LongSupplier clock;

    /// `clock` gives seconds since the epoch: exemptions end.
    public Reviewer(RuleEngine engine, PolicyResolver resolver, LongSupplier clock) {
        this.engine = engine;
        this.resolver = resolver;
        this.clock = clock;
    }

    /// The policy of one review, and what its exemptions look at.
    private record Judge(EffectivePolicy policy, ReviewAttributes attributes) {
        Verdict judge(List<Finding> findings) {
            return policy.judge(findings, attributes);
        }
    }

    /// The whole sequence of one review, under one policy from its start to its end.
    public ReviewOutcome review(Phase phase, AdmissionRequest request, ClusterView cluster) {
        EffectivePolicy policy = resolver.governing(request.namespace());
        Optional<Subject> subject = request.own() == null && request.ownBefore() == null
                ? SubjectFactory.of(request, policy.settings())
                : PolicyReading.subject(request, resolver, clock.getAsLong());
        if (subject.isEmpty()) {
            return ReviewOutcome.NOTHING;
        }
        Requester requester = new Requester(request.username(), request.groups());
        Context context = new Context(phase, requester, new OnceAsked(cluster), policy.settings());
        Judge judge = new Judge(policy, attributes(subject.get(), requester));
        return switch (phase) {
            case MUTATE -> mutate(subject.get(), context, judge);
            case VALIDATE -> validated(subject.get(), context, judge);
        };
    }

    /// What becomes of an object that is there, as far as nothing but itself has to be known.
    ///
    /// @param subject makes the subject under the policy's settings
    public Optional<Verdict> reviewExisting(
            String namespace, Requester requester, ClusterView cluster, Function<Settings, Optional<Subject>> subject) {
        EffectivePolicy policy = resolver.governing(namespace);
        return subject.apply(policy.settings()).map(existing -> {
            Context context = new Context(Phase.VALIDATE, requester, new OnceAsked(cluster), policy.settings());
            return judged(existing, context, new Judge(policy, attributes(existing, requester)));
        });
    }

    /// What becomes of the pods of a new object that the API server asks nothing about.
    ///
    /// @param subject makes the subject under the policy's settings
    ReviewOutcome reviewUnasked(
            String namespace, Requester requester, ClusterView cluster, Function<Settings, Optional<Subject>> subject) {
        EffectivePolicy policy = resolver.governing(namespace);
        return subject.apply(policy.settings())
                .map(made -> validated(
                        made,
                        new Context(Phase.VALIDATE, requester, new OnceAsked(cluster), policy.settings()),
                        new Judge(policy, attributes(made, requester))))
                .orElse(ReviewOutcome.NOTHING);
    }

    private ReviewAttributes attributes(Subject subject, Requester requester) {
        String pods = subject instanceof Workload workload ? podPrefix(workload.displayName()) : "";
        return new ReviewAttributes(
                subject.kind(), subject.namespace(), subject.displayName(), pods, requester, clock.getAsLong());
    }

    /// How the names of a workload's pods begin. A name that the API server has yet to complete ends with a `*`.
    private static String podPrefix(String name) {
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name + "-";
    }

    /// What rules find, and with which limits they looked.
    private record Look(Context context, List<Finding> findings) {}

    /// A network that a rule refuses is not asked for. Where the policy lets it pass all the same, it must exist,
    /// and must not harm the node.
    private Look look(Subject subject, Context context, Judge judge) {
        Look look = lookWithinLimits(subject, context, judge);
        List<Finding> hiding = look.findings().stream()
                .filter(finding -> finding.card().hides())
                .toList();
        if (hiding.isEmpty() || !judge.judge(hiding).allowed()) {
            return look;
        }
        List<Finding> all = new ArrayList<>(look.findings());
        engine.findings(subject, look.context().lookingAbroad()).stream()
                .filter(finding -> finding.card().isAbroad() && !all.contains(finding))
                .forEach(all::add);
        all.sort(Comparator.comparing(finding -> finding.card().code()));
        return new Look(look.context(), all);
    }

    /// A limit that denies spares the other rules what lies beyond it; one that the policy does not enforce must not
    /// blind those that it does.
    private Look lookWithinLimits(Subject subject, Context context, Judge judge) {
        List<Finding> findings = engine.findings(subject, context);
        if (findings.isEmpty()) {
            return new Look(context, findings);
        }
        List<Finding> limits =
                findings.stream().filter(finding -> finding.card().limit()).toList();
        if (limits.isEmpty() || !judge.judge(limits).allowed()) {
            return new Look(context, findings);
        }
        Context beyond = context.beyondLimits();
        List<Finding> all = new ArrayList<>(limits);
        for (Finding finding : engine.findings(subject, beyond)) {
            all.add(finding.card().limit() ? NotJudged.beyond(finding) : finding);
        }
        all.sort(Comparator.comparing(finding -> finding.card().code()));
        return new Look(beyond, all);
    }

    private ReviewOutcome mutate(Subject subject, Context context, Judge judge) {
        Look look = look(subject, context, judge);
        Verdict verdict = judge.judge(look.findings());
        List<RuleMutation> mutations = verdict.allowed()
                ? engine.mutations(subject, look.context()).stream()
                        .filter(mutation -> judge.policy().repairs(mutation.card(), judge.attributes()))
                        .toList()
                : List.of();
        // Without a repair nothing is said, hence nothing told: warnings are the validator's.
        return mutations.isEmpty() ? ReviewOutcome.NOTHING : new ReviewOutcome(Verdict.NOTHING, mutations);
    }

    private ReviewOutcome validated(Subject subject, Context context, Judge judge) {
        Verdict verdict = validate(subject, context, judge);
        List<RuleMutation> ofPods = podMutations(subject, context, judge);
        return ofPods.isEmpty()
                ? new ReviewOutcome(verdict, List.of())
                : new ReviewOutcome(verdict.warningAlso(PodRepairs.warnings(ofPods)), List.of(), ofPods);
    }

    /// A pod that would be denied is not repaired.
    private List<RuleMutation> podMutations(Subject subject, Context context, Judge judge) {
        List<RuleMutation> mutations = engine.podMutations(subject, context).stream()
                .filter(mutation -> judge.policy().repairs(mutation.card(), judge.attributes()))
                .toList();
        boolean repaired = !mutations.isEmpty()
                && judge.judge(look(subject, context, judge).findings()).allowed();
        return repaired ? mutations : List.of();
    }

    /// Where something denies, nothing was repaired: what the repairs would have mended is not held against the
    /// object, since it will be mended once the rest is right.
    private Verdict validate(Subject subject, Context context, Judge judge) {
        Verdict verdict = judged(subject, context, judge);
        // A workload is not what is repaired: its pods are.
        if (verdict.allowed() || subject instanceof Workload) {
            return verdict;
        }
        Verdict beyondRepair =
                judge.judge(look(subject, context.in(Phase.MUTATE), judge).findings());
        return beyondRepair.allowed() ? verdict : beyondRepair;
    }

    private Verdict judged(Subject subject, Context context, Judge judge) {
        Verdict verdict = judge.judge(look(subject, context, judge).findings());
        if (subject instanceof Workload) {
            Verdict ofPods =
                    verdict.withDenials(finding -> engine.isOfWorkload(finding.card()) ? finding : ofItsPods(finding));
            return judge.policy().settings().pods().enforceTemplates() ? ofPods : ofPods.asWarningsExceptNodeHarm();
        }
        if (subject instanceof OperatorNetworks) {
            // What makes NADs that are judged themselves: to deny it could stop the platform's own configuration.
            return verdict.asWarnings();
        }
        return verdict;
    }

    private static Finding ofItsPods(Finding finding) {
        Violation seen = finding.violation();
        return new Finding(
                finding.card(),
                new Violation(seen.location(), "its pods will be denied: " + seen.fact(), seen.remedy()));
    }
}
