package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.RunningPod;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what policies would say of existing objects, by rule and namespace. Of the objects only the worst are kept.
public final class FindingCounts {
    /// As many as a person looks at.
    private static final int MOST_WORST = 10;

    private static final List<Effect> COUNTED = List.of(Effect.DENIED, Effect.WARNED, Effect.COUNTED);

    /// The best of them first.
    private static final Comparator<Worst> ORDER = Comparator.comparingInt(Worst::denied)
            .thenComparingInt(Worst::findings)
            .thenComparing(it -> it.object().toString(), Comparator.reverseOrder());

    private final PolicyReviews reviews;
    private final SortedMap<String, OfRule> byRule = new TreeMap<>();
    private final PriorityQueue<Worst> worst = new PriorityQueue<>(ORDER);
    private int objects;
    private int denied;
    private int warned;

    public FindingCounts(PolicyReviews reviews) {
        this.reviews = reviews;
    }

    /// The findings of one rule.
    ///
    /// @param effect the gravest that some finding has
    /// @param namespaces how many objects it finds something in, by namespace; of the cluster's own that is empty
    public record OfRule(Effect effect, Map<String, Integer> namespaces) {
        public OfRule {
            namespaces = new HashMap<>(namespaces);
        }

        public int total() {
            return namespaces.values().stream().mapToInt(it -> it).sum();
        }
    }

    /// An object with many findings.
    ///
    /// @param denied rules that deny it
    /// @param findings rules that find something, these included
    /// @param codes of them, the gravest first
    public record Worst(ObjectRef object, int denied, int findings, List<String> codes) {
        public Worst {
            codes = List.copyOf(codes);
        }
    }

    /// Judges an object.
    public void look(Manifest existing) {
        if (existing.object().at("/metadata/deletionTimestamp").isTextual()) {
            return;
        }
        reviews.judge(RunningPod.asWritten(existing)).ifPresent(verdict -> count(existing, verdict));
    }

    private void count(Manifest manifest, PolicyVerdict verdict) {
        objects++;
        List<String> codes = new ArrayList<>();
        for (Effect effect : COUNTED) {
            for (String code : verdict.outcome().of(effect)) {
                codes.add(code);
                count(code, effect, manifest.namespace());
            }
        }
        int denying = verdict.outcome().of(Effect.DENIED).size();
        if (denying > 0) {
            denied++;
        } else if (!verdict.outcome().of(Effect.WARNED).isEmpty()) {
            warned++;
        }
        // What a controller made again and again is one fault, of the controller.
        if (!codes.isEmpty()
                && ObjectRef.controllerOf(manifest.object(), manifest.namespace())
                        .isEmpty()) {
            keep(new Worst(manifest.ref(), denying, codes.size(), codes));
        }
    }

    private void count(String code, Effect effect, String namespace) {
        OfRule known = byRule.get(code);
        if (known == null || effect.compareTo(known.effect()) < 0) {
            known = new OfRule(effect, known == null ? Map.of() : known.namespaces());
            byRule.put(code, known);
        }
        known.namespaces().merge(namespace, 1, Integer::sum);
    }

    private void keep(Worst one) {
        worst.add(one);
        if (worst.size() > MOST_WORST) {
            worst.remove();
        }
    }

    /// How many objects were judged.
    public int objects() {
        return objects;
    }

    /// How many of them would be denied.
    public int denied() {
        return denied;
    }

    /// How many would be admitted with a warning.
    public int warned() {
        return warned;
    }

    /// By code.
    public SortedMap<String, OfRule> byRule() {
        return byRule;
    }

    /// The worst first.
    public List<Worst> worst() {
        return worst.stream().sorted(ORDER.reversed()).toList();
    }
}
