package dev.multihoming.core.review;

import dev.multihoming.core.subject.MultiNetworkPolicy;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.OperatorNetworks;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.VirtualMachine;
import dev.multihoming.core.subject.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Runs every rule of a set over a subject.
public final class RuleEngine {
    private final RuleSet rules;
    private final BiConsumer<Card, RuntimeException> onFailure;

    /// `onFailure` learns of a rule that threw: the engine itself does not log.
    public RuleEngine(RuleSet rules, BiConsumer<Card, RuntimeException> onFailure) {
        this.rules = rules;
        this.onFailure = onFailure;
    }

    /// All findings, in code order; those of one rule in the order of the text. A rule that throws becomes a
    /// finding itself.
    public List<Finding> findings(Subject subject, Context context) {
        return switch (subject) {
            case Pod pod -> find(rules.pods(), pod, context);
            case Nad nad -> find(rules.nads(), nad, context);
            case MultiNetworkPolicy policy -> find(rules.networkPolicies(), policy, context);
            case PolicyChange change -> find(rules.policies(), change, context);
            case OperatorNetworks operator ->
                operator.networks().stream()
                        .flatMap(made -> TemplateFindings.ofOperator(
                                find(rules.nads(), made.nad(), context.in(Phase.MUTATE)), made))
                        .toList();
            case Workload workload -> {
                // What will be repaired on the pods is no finding, and templates are not changed.
                List<Finding> findings = new ArrayList<>(TemplateFindings.ofWorkload(
                        find(rules.pods(), workload.pod(), context.in(Phase.MUTATE)), workload.path()));
                findings.addAll(find(rules.workloads(), workload, context));
                yield findings;
            }
            case VirtualMachine machine -> {
                List<Finding> findings = new ArrayList<>(TemplateFindings.ofMachine(
                        find(rules.pods(), machine.pod(), context.asNamedByKubeVirt()), machine));
                findings.addAll(find(rules.machines(), machine, context));
                yield findings;
            }
        };
    }

    /// Whether that rule looks at a workload itself, and not at the pods that it makes.
    public boolean isOfWorkload(Card card) {
        return rules.workloads().stream().anyMatch(entry -> entry.card().equals(card));
    }

    /// All repairs, in code order. The caller asks only where no finding denies the request.
    public List<RuleMutation> mutations(Subject subject, Context context) {
        return switch (subject) {
            case Pod pod -> mutationsOf(rules.pods(), pod, context);
            case Nad nad -> mutationsOf(rules.nads(), nad, context);
            case Workload _, VirtualMachine _, OperatorNetworks _, MultiNetworkPolicy _, PolicyChange _ -> List.of();
        };
    }

    /// The repairs that pods will get once this object makes them, each at its place in this object.
    public List<RuleMutation> podMutations(Subject subject, Context context) {
        return switch (subject) {
            case Workload workload ->
                TemplateRepairs.in(
                        workload.path(), mutationsOf(rules.pods(), workload.pod(), context.in(Phase.MUTATE)));
            case VirtualMachine machine ->
                TemplateRepairs.in(
                        machine.path(), mutationsOf(rules.pods(), machine.pod(), context.asNamedByKubeVirt()));
            case Pod _, Nad _, OperatorNetworks _, MultiNetworkPolicy _, PolicyChange _ -> List.of();
        };
    }

    private <S extends Subject> List<Finding> find(List<RuleSet.Entry<S>> entries, S subject, Context context) {
        List<Finding> findings = new ArrayList<>();
        for (RuleSet.Entry<S> entry : entries) {
            try {
                List<Violation> violations = entry.rule().find(subject, context);
                // Most see nothing, and an iterator of nothing costs as much as any.
                for (int i = 0; i < violations.size(); i++) {
                    findings.add(new Finding(entry.card(), violations.get(i)));
                }
            } catch (RuntimeException e) {
                onFailure.accept(entry.card(), e);
                findings.add(RuleFailed.in(entry.card()));
            }
        }
        return findings;
    }

    private static <S extends Subject> List<RuleMutation> mutationsOf(
            List<RuleSet.Entry<S>> entries, S subject, Context context) {
        List<RuleMutation> mutations = new ArrayList<>();
        for (RuleSet.Entry<S> entry : entries) {
            if (entry.rule() instanceof Mutator<S> mutator) {
                for (Mutation repair : mutator.repair(subject, context)) {
                    mutations.add(new RuleMutation(entry.card(), repair));
                }
            }
        }
        return mutations;
    }
}
