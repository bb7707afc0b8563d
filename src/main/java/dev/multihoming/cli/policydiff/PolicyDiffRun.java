package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.RunningPod;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.topology.ObjectRef;
import dev.multihoming.core.topology.OwnerChains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Judges objects twice, one after the other, and keeps those of which something else becomes.
public final class PolicyDiffRun {
    private static final Comparator<ObjectDiff> ORDER = Comparator.comparing(ObjectDiff::change)
            .thenComparing(diff -> diff.object().namespace())
            .thenComparing(diff -> diff.owner().title())
            .thenComparing(diff -> diff.object().title());

    private final Optional<PolicyReviews> current;
    private final PolicyReviews proposed;
    private final Optional<String> namespace;
    private final Optional<PolicyTestCases> cases;
    private final OwnerChains owners = new OwnerChains();
    private final NavigableSet<String> namespaces = new TreeSet<>();
    private final List<ObjectDiff> diffs = new ArrayList<>();
    private int unchanged;

    /// `current` is empty where nothing is enforced, `namespace` where objects of all are judged, `cases` where
    /// none are wanted.
    public PolicyDiffRun(
            Optional<PolicyReviews> current,
            PolicyReviews proposed,
            Optional<String> namespace,
            Optional<PolicyTestCases> cases) {
        this.current = current;
        this.proposed = proposed;
        this.namespace = namespace;
        this.cases = cases;
    }

    /// Judges an object. Owners need not come before what they own.
    public void look(Manifest existing) {
        // Pods own nothing, and there are many of them.
        if (!existing.kind().equals("Pod")) {
            ObjectRef.controllerOf(existing.object(), existing.namespace())
                    .ifPresent(controller -> owners.add(existing.ref(), controller));
        }
        cases.ifPresent(it -> it.learn(existing));
        if (isGoing(existing) || !namespace.map(existing.namespace()::equals).orElse(true)) {
            return;
        }
        Manifest manifest = RunningPod.asWritten(existing);
        proposed.judge(manifest).ifPresent(after -> compare(manifest, before(manifest), after));
    }

    private static boolean isGoing(Manifest manifest) {
        return manifest.object().at("/metadata/deletionTimestamp").isTextual();
    }

    private PolicyVerdict before(Manifest manifest) {
        return current.flatMap(reviews -> reviews.judge(manifest)).orElse(PolicyVerdict.NOTHING);
    }

    private void compare(Manifest manifest, PolicyVerdict before, PolicyVerdict after) {
        namespaces.add(manifest.namespace());
        ObjectDiff.of(manifest, before, after)
                .ifPresentOrElse(
                        diff -> {
                            diffs.add(diff);
                            cases.ifPresent(it -> it.add(manifest, diff, after));
                        },
                        () -> unchanged++);
    }

    /// What came out, when all was seen; `current` and `proposed` say what was compared, `others` are
    /// namespaces beside those of the objects.
    public PolicyDiff result(
            String currentPolicies, String proposedPolicies, Collection<String> others, List<String> gaps) {
        others.stream()
                .filter(other -> namespace.map(other::equals).orElse(true))
                .forEach(namespaces::add);
        List<ObjectDiff> sorted =
                diffs.stream().map(diff -> diff.under(owners)).sorted(ORDER).toList();
        return new PolicyDiff(currentPolicies, proposedPolicies, sorted, unchanged, takeovers(), gaps);
    }

    private List<Takeover> takeovers() {
        return current.map(reviews -> namespaces.stream()
                        .filter(name -> !name.isEmpty() && !ReviewedKind.LEFT_OUT.contains(name))
                        .map(name -> Takeover.of(name, reviews.governing(name), proposed.governing(name)))
                        .filter(Takeover::isOfPolicies)
                        .toList())
                .orElse(List.of());
    }
}
