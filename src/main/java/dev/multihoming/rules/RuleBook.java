package dev.multihoming.rules;

import dev.multihoming.review.Card;
import dev.multihoming.review.DeadlineExceeded;
import dev.multihoming.review.ReviewFailed;
import dev.multihoming.review.RuleFailed;
import dev.multihoming.review.RuleSet;
import dev.multihoming.review.RuleSet.Entry;
import dev.multihoming.rules.pods.CrossNamespaceNetwork;
import dev.multihoming.subject.Nad;
import dev.multihoming.subject.Pod;
import java.util.List;
import java.util.stream.Stream;

/// Every rule there is. Adding one is a line here, a class and a fixture folder.
public final class RuleBook {
    private RuleBook() {}

    public static RuleSet all() {
        return new RuleSet(pods(), nads());
    }

    /// The cards of all rules and of our own failures, in code order.
    public static List<Card> cards() {
        RuleSet all = all();
        return Stream.of(
                        all.pods().stream().map(Entry::card),
                        all.nads().stream().map(Entry::card),
                        Stream.of(RuleFailed.card(), DeadlineExceeded.card(), ReviewFailed.card()))
                .flatMap(cards -> cards)
                .toList();
    }

    private static List<Entry<Pod>> pods() {
        return List.of(Entry.of(new CrossNamespaceNetwork()));
    }

    private static List<Entry<Nad>> nads() {
        return List.of();
    }
}
