package dev.multihoming.conformance;

import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.ReviewAttributes;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.SubjectReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What we say to a NAD with a config, by all our rules in their own modes.
///
/// @param denials codes of the rules that deny it
/// @param warnings codes of the rules that warn of it
record OurReview(Set<String> denials, Set<String> warnings) {
    private static final RuleEngine ENGINE = new RuleEngine(RuleBook.all(), (card, failure) -> {
        throw new AssertionError(card.code() + " failed", failure);
    });

    static OurReview of(String config) {
        Verdict verdict = EffectivePolicy.BUILT_IN.judge(
                ENGINE.findings(subject(permitted(config)), context(Phase.VALIDATE)), ReviewAttributes.UNKNOWN);
        return new OurReview(codes(verdict.denials()), codes(verdict.warnings()));
    }

    /// The config as our mutating webhook would store it.
    static String amended(String config) {
        List<TextEdit> edits = ENGINE.mutations(subject(config), context(Phase.MUTATE)).stream()
                .map(mutation -> ((TextMutation) mutation.repair()).edit())
                .toList();
        return TextEdit.apply(config, edits);
    }

    boolean denies() {
        return !denials.isEmpty();
    }

    /// Whether we say anything that we would not say to the other one.
    boolean objectsMoreThan(OurReview other) {
        return denies() || !other.warnings.containsAll(warnings);
    }

    private static String permitted(String config) {
        return config.replace(CniNode.STATE, CniNode.PERMITTED_STATE);
    }

    private static Subject subject(String config) {
        ObjectFields now = new ObjectFields("net-a", "", NetworkAnnotations.NONE, false, config);
        return SubjectReader.nad(
                        "tenant-a",
                        Operation.CREATE,
                        now,
                        ObjectFields.NONE,
                        Settings.DEFAULTS.sizes().configBytes())
                .orElseThrow();
    }

    private static Context context(Phase phase) {
        return new Context(phase, new Requester("developer"), new EmptyCluster(), Settings.DEFAULTS);
    }

    private static Set<String> codes(List<Finding> findings) {
        Set<String> codes = new TreeSet<>();
        findings.forEach(finding -> codes.add(finding.card().code()));
        return codes;
    }

    private record EmptyCluster() implements ClusterView {
        @Override
        public Lookup network(NadRef ref) {
            return new Lookup.Absent();
        }

        @Override
        public Collection<String> networkNames(String namespace) {
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
        public NetworkUsers users(NadRef ref, boolean anywhere) {
            return NetworkUsers.NONE;
        }
    }
}
