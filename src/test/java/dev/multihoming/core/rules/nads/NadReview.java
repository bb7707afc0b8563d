package dev.multihoming.core.rules.nads;

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
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.SubjectReader;
import java.util.Collection;
import java.util.List;

/// All rules over one config, as a developer's request.
final class NadReview {
    private static final RuleEngine ENGINE = new RuleEngine(RuleBook.all(), (card, failure) -> {
        throw new AssertionError(card.code() + " failed", failure);
    });

    private static final ClusterView EMPTY = new ClusterView() {
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
    };

    private NadReview() {}

    static Nad nad(String config) {
        ObjectFields now = new ObjectFields("blue", "", NetworkAnnotations.NONE, false, config);
        return (Nad) SubjectReader.nad(
                        "tenant-a",
                        Operation.CREATE,
                        now,
                        ObjectFields.NONE,
                        Settings.DEFAULTS.sizes().configBytes())
                .orElseThrow();
    }

    static Context context(Phase phase, String username) {
        return new Context(phase, new Requester(username), EMPTY, Settings.DEFAULTS);
    }

    static List<Finding> findings(String config, Phase phase) {
        return ENGINE.findings(nad(config), context(phase, "developer"));
    }

    static Verdict verdict(String config, Phase phase) {
        return EffectivePolicy.BUILT_IN.judge(findings(config, phase), ReviewAttributes.UNKNOWN);
    }

    /// The codes of what denies the config and of what it is warned about before any repair.
    static List<String> codes(String config) {
        return findings(config, Phase.MUTATE).stream()
                .map(finding -> finding.card().code())
                .distinct()
                .toList();
    }

    /// The config after the mutating webhook.
    static String repaired(String config) {
        return repaired(config, "developer");
    }

    static String repaired(String config, String username) {
        if (!verdict(config, Phase.MUTATE).allowed()) {
            return config;
        }
        List<TextEdit> edits = ENGINE.mutations(nad(config), context(Phase.MUTATE, username)).stream()
                .map(RuleMutation::repair)
                .map(repair -> ((TextMutation) repair).edit())
                .toList();
        return TextEdit.apply(config, edits);
    }

    /// JSON with single quotes, so that a test's config can be read.
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
