package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.policytest.ObjectOutcome;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.topology.ObjectRef;
import dev.multihoming.core.topology.OwnerChains;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An object of which something else becomes under the proposed policies.
///
/// @param owner that controls it; itself where none does
/// @param policyBefore that governs it now; empty for the built-in one
/// @param policyAfter that would govern it
record ObjectDiff(
        Change change,
        ObjectRef object,
        ObjectRef owner,
        String policyBefore,
        String policyAfter,
        List<RuleChange> rules) {
    /// Effects that the author of an object notices.
    private static final List<Effect> NOTICED = List.of(Effect.DENIED, Effect.WARNED, Effect.REPAIRED);

    private static final Map<String, String> RULE_NAMES =
            RuleBook.cards().stream().collect(Collectors.toUnmodifiableMap(Card::code, Card::name));

    ObjectDiff {
        rules = List.copyOf(rules);
    }

    /// The gravest first.
    enum Change {
        NEWLY_DENIED("newly denied"),
        NEWLY_ALLOWED("newly allowed"),
        CHANGED("changed");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Empty where its author notices no difference.
    static Optional<ObjectDiff> of(Manifest manifest, PolicyVerdict before, PolicyVerdict after) {
        if (before.isDenied() != after.isDenied()) {
            boolean isDenied = after.isDenied();
            ObjectOutcome denied = isDenied ? after.outcome() : before.outcome();
            List<RuleChange> rules = denied.of(Effect.DENIED).stream()
                    .map(code -> rule(code, before, after, before.outcome(), after.outcome()))
                    .toList();
            return Optional.of(
                    diff(isDenied ? Change.NEWLY_DENIED : Change.NEWLY_ALLOWED, manifest, before, after, rules));
        }
        List<RuleChange> rules = new ArrayList<>(noticed(before, after, before.outcome(), after.outcome()));
        if (rules.isEmpty()) {
            // A workload of which only the answer differs: denied in place of its pods, or the other way round.
            rules.addAll(noticed(before, after, before.answer(), after.answer()));
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(diff(Change.CHANGED, manifest, before, after, rules));
    }

    private static ObjectDiff diff(
            Change change, Manifest manifest, PolicyVerdict before, PolicyVerdict after, List<RuleChange> rules) {
        ObjectRef object = manifest.ref();
        ObjectRef owner =
                ObjectRef.controllerOf(manifest.object(), manifest.namespace()).orElse(object);
        return new ObjectDiff(change, object, owner, before.policy(), after.policy(), rules);
    }

    private static List<RuleChange> noticed(
            PolicyVerdict before, PolicyVerdict after, ObjectOutcome then, ObjectOutcome now) {
        NavigableSet<String> codes = new TreeSet<>();
        NOTICED.forEach(effect -> {
            codes.addAll(then.of(effect));
            codes.addAll(now.of(effect));
        });
        return codes.stream()
                .map(code -> rule(code, before, after, then, now))
                .filter(rule -> rule.before() != rule.after())
                .toList();
    }

    private static RuleChange rule(
            String code, PolicyVerdict before, PolicyVerdict after, ObjectOutcome then, ObjectOutcome now) {
        String message = after.messages().getOrDefault(code, before.messages().getOrDefault(code, ""));
        return new RuleChange(code, RULE_NAMES.getOrDefault(code, ""), effect(code, then), effect(code, now), message);
    }

    /// The gravest that the rule has.
    private static Effect effect(String code, ObjectOutcome outcome) {
        return Effect.ofFindings().stream()
                .filter(effect -> outcome.of(effect).contains(code))
                .findFirst()
                .orElse(Effect.ALLOWED);
    }

    /// The same under the owner at the top.
    ObjectDiff under(OwnerChains owners) {
        return new ObjectDiff(change, object, owners.top(owner), policyBefore, policyAfter, rules);
    }
}
