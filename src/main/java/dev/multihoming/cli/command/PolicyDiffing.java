package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.policydiff.PolicyDiff;
import dev.multihoming.cli.policydiff.PolicyDiffRun;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.cli.policydiff.PolicyProposal;
import dev.multihoming.cli.policydiff.PolicyReviews;
import dev.multihoming.cli.policydiff.PolicyTestCases;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.core.review.Card;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts together what a policy diff compares.
final class PolicyDiffing {
    private static final String NOTHING = "nothing is enforced";

    private final Options options;
    private final Optional<ClusterReading> cluster;
    private final Optional<LiveInventory> inventory;
    private final PolicyObjects current;
    private final boolean isInstalled;
    private final PolicyObjects proposed;

    /// What was asked for.
    ///
    /// @param policies and exemptions that are proposed
    /// @param files with the objects to judge; of a namespace for those that name none
    /// @param current files with the current policies
    /// @param notInstalled whether they are not enforced yet
    /// @param namespace the only one that is looked at; `null` for all
    /// @param progress tells what of the cluster is read
    /// @param most objects that are looked at
    /// @param ofManifests the namespace of manifests that name none; `null` for that of the cluster, or default
    record Options(
            List<Manifest> policies,
            Function<String, FileObjects> files,
            PolicyProposal proposal,
            List<String> current,
            boolean notInstalled,
            @Nullable String namespace,
            @Nullable String ofManifests,
            boolean assumeComplete,
            int most,
            Clock clock,
            CountLine progress,
            BiConsumer<Card, RuntimeException> onFailure,
            LiveInventory.Advice advice) {
        Options {
            policies = List.copyOf(policies);
            current = List.copyOf(current);
        }
    }

    /// `cluster` is empty where only files are judged.
    ///
    /// @throws CannotRun where the proposal is none, or changes what does not exist
    PolicyDiffing(Options options, Optional<ClusterReading> cluster) {
        this.options = options;
        this.cluster = cluster;
        this.inventory =
                cluster.map(it -> new LiveInventory(it, options.namespace(), options.progress(), options.advice()));
        PolicyObjects given = DiffInputs.policiesOf(options.current());
        Optional<PolicyObjects> existing =
                inventory.map(it -> it.policiesWith(given)).orElse(Optional.of(given));
        this.current = existing.orElse(PolicyObjects.NONE);
        this.isInstalled = existing.isPresent();
        if (isEnforced() && options.proposal().isEmpty()) {
            throw new CannotRun("Say what to change: name a file with policies or exemptions, --rule or --without.");
        }
        this.proposed = options.proposal().applyTo(current);
    }

    /// Whether the current policies are: they can exist before the webhook runs.
    private boolean isEnforced() {
        return isInstalled && !options.notInstalled();
    }

    /// Judges all there is; `cases` takes what tests shall expect.
    PolicyDiff diff(Optional<PolicyTestCases> cases) {
        ExistingObjects existing = new ExistingObjects(options.files().apply(defaultNamespace()), inventory, around());
        PolicyReviews after = reviews(proposed, existing);
        after.refuseDenied(options.policies());
        PolicyDiffRun run = new PolicyDiffRun(
                isEnforced() ? Optional.of(reviews(current, existing)) : Optional.empty(),
                after,
                Optional.ofNullable(options.namespace()),
                cases);
        List<String> gaps =
                new ArrayList<>(new FirstObjects(options.most(), options.namespace()).each(existing, run::look));
        gaps.addAll(existing.gaps());
        return run.result(
                currentWords(), proposedWords(), existing.index().labels().keySet(), gaps);
    }

    private String defaultNamespace() {
        String named = options.ofManifests();
        return named != null ? named : cluster.map(ClusterReading::namespace).orElse("default");
    }

    private ExternalNetworks around() {
        ExternalNetworks beside = options.assumeComplete() ? ExternalNetworks.NOTHING : ExternalNetworks.UNKNOWN;
        return cluster.<ExternalNetworks>map(LiveSurroundings::new).orElse(beside);
    }

    private PolicyReviews reviews(PolicyObjects policies, ExistingObjects existing) {
        return new PolicyReviews(
                policies.parsed().resolver(name -> labels(name, existing)),
                existing.index().world(),
                options.clock(),
                options.onFailure());
    }

    private Map<String, String> labels(String name, ExistingObjects existing) {
        Map<String, String> known = existing.index().labels().get(name);
        return known != null ? known : cluster.map(it -> it.labels(name)).orElse(Map.of());
    }

    private String currentWords() {
        if (isEnforced()) {
            return current.count();
        }
        return isInstalled
                ? NOTHING
                : "nothing is enforced: the webhook is not installed, the cluster has no MultiHomingPolicies";
    }

    private String proposedWords() {
        String changes = options.proposal().words(current);
        return changes.isEmpty() ? proposed.count() : proposed.count() + ": " + changes;
    }

    PolicyObjects proposed() {
        return proposed;
    }
}
