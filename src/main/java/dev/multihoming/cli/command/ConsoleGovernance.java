package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.OfflinePolicyResolver;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.LabelRequirement;
import dev.multihoming.core.policy.NamespaceMatch;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyScope;
import dev.multihoming.core.policy.PolicySnapshot;
import dev.multihoming.core.review.Mode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers the console about what is in force, with the policies that `check` and the webhook judge by.
///
/// @param files what they say of namespaces
record ConsoleGovernance(ConsoleRequests requests, Supplier<InputIndex> files, Clock clock) implements Governance {
    private static final long SECONDS_A_DAY = 86_400;

    @Override
    public State state(String namespace, int most) {
        return requests.asked(() -> {
            List<String> notices = new ArrayList<>();
            ClusterReading cluster = requests.judging().live().orElse(null);
            PolicyFiles inForce = requests.judging().policiesInForce(cluster);
            SortedMap<String, Map<String, String>> namespaces = namespaces(namespace, cluster, notices);
            PolicySnapshot snapshot =
                    PolicySnapshot.of(inForce.policies(), inForce.exemptions(), OfflinePolicyResolver.BUILT_IN);
            Map<String, PolicyScope> scopes = snapshot.scopes(namespaces);
            return new State(
                    snapshot.inOrder().stream()
                            .map(it -> policy(it, snapshot, scopes.get(it.name())))
                            .toList(),
                    namespaces.size(),
                    namespaces.entrySet().stream()
                            .limit(most)
                            .map(it -> governed(it.getKey(), it.getValue(), snapshot))
                            .toList(),
                    inForce.exemptions().stream()
                            .filter(it -> namespace.isEmpty() || it.concerns(namespace))
                            .map(it -> exemption(it, snapshot.end(it, namespaces)))
                            .sorted(Comparator.comparing(ExemptionRow::end).thenComparing(ExemptionRow::name))
                            .toList(),
                    requests.withGaps(notices));
        });
    }

    /// Those of files, of the cluster, and that policies name, with their labels.
    private SortedMap<String, Map<String, String>> namespaces(
            String asked, @Nullable ClusterReading cluster, List<String> notices) {
        SortedMap<String, Map<String, String>> found = new TreeMap<>(files.get().labels());
        if (cluster != null && asked.isEmpty()) {
            ofCluster(cluster, found, notices);
        }
        if (!asked.isEmpty()) {
            Map<String, String> known = found.get(asked);
            found.clear();
            found.put(asked, known != null || cluster == null ? orNone(known) : labels(asked, cluster, notices));
        }
        found.replaceAll(OfflinePolicyResolver::withName);
        return found;
    }

    private static Map<String, String> labels(String namespace, ClusterReading cluster, List<String> notices) {
        Map<String, String> labels = cluster.labels(namespace);
        // Each namespace has a label with its name.
        if (labels.isEmpty()) {
            notices.add("The labels of namespace %s cannot be read: policies that select it by labels are left out."
                    .formatted(namespace));
        }
        return labels;
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }

    private static void ofCluster(
            ClusterReading cluster, Map<String, Map<String, String>> found, List<String> notices) {
        try {
            Coverage coverage = cluster.objects().namespaces(it -> {
                Map<String, String> labels = new HashMap<>();
                it.at("/metadata/labels")
                        .properties()
                        .forEach(label ->
                                labels.put(label.getKey(), label.getValue().asText()));
                found.putIfAbsent(it.at("/metadata/name").asText(), labels);
            });
            if (coverage == Coverage.NOT_PERMITTED) {
                notices.add("You may not list the namespaces of the cluster: filter by one of them.");
            }
        } catch (LiveObjects.Unreadable e) {
            notices.add("The namespaces cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static PolicyRow policy(Policy policy, PolicySnapshot snapshot, @Nullable PolicyScope scope) {
        return new PolicyRow(
                policy.name(),
                policy.priority(),
                selects(policy.namespaces()),
                modes(policy.decisions().rules()),
                policy.parent(),
                scope == null ? 0 : scope.governs().size(),
                snapshot.fault(policy.name()).map(PolicyFault::clause).orElse(""));
    }

    private static List<String> modes(Map<String, Mode> rules) {
        return new TreeMap<>(rules)
                .entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue().word())
                        .toList();
    }

    private static String selects(NamespaceMatch namespaces) {
        if (namespaces.equals(NamespaceMatch.ALL)) {
            return "all namespaces";
        }
        return Stream.concat(
                        namespaces.names().stream().sorted(),
                        namespaces.labels().isEmpty() ? Stream.of() : Stream.of(labels(namespaces)))
                .collect(Collectors.joining(", "));
    }

    private static String labels(NamespaceMatch namespaces) {
        return namespaces.labels().stream()
                .map(LabelRequirement::written)
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private Governed governed(String namespace, Map<String, String> labels, PolicySnapshot snapshot) {
        List<Policy> matching = snapshot.inOrder().stream()
                .filter(it -> it.namespaces().matches(namespace, labels))
                .toList();
        EffectivePolicy effective = snapshot.governing(namespace, labels);
        return new Governed(
                namespace,
                matching.isEmpty() ? "" : matching.getFirst().name(),
                because(namespace, matching),
                matching.stream().skip(1).map(Policy::name).toList(),
                (int) effective.modes().values().stream()
                        .filter(it -> it == Mode.ENFORCE)
                        .count(),
                effective.exemptionsAt(clock.instant().getEpochSecond()));
    }

    private static List<String> because(String namespace, List<Policy> matching) {
        if (matching.isEmpty()) {
            return List.of("no policy is for it");
        }
        Policy policy = matching.getFirst();
        String how;
        if (policy.namespaces().names().contains(namespace)) {
            how = "the policy names it";
        } else {
            how = policy.namespaces().equals(NamespaceMatch.ALL)
                    ? "the policy is for all namespaces"
                    : "its labels fit the policy";
        }
        if (matching.size() == 1) {
            return List.of(how);
        }
        return List.of(
                how,
                matching.get(1).priority() < policy.priority()
                        ? "its priority is the highest"
                        : "of equal priorities the first name counts");
    }

    private ExemptionRow exemption(Exemption it, long end) {
        return new ExemptionRow(
                it.name(),
                it.rules().stream().sorted().toList(),
                subjects(it),
                it.reason(),
                Instant.ofEpochSecond(end).toString(),
                Math.floorDiv(end - clock.instant().getEpochSecond(), SECONDS_A_DAY));
    }

    private static List<String> subjects(Exemption it) {
        List<String> words = new ArrayList<>();
        it.namespaces().stream().sorted().map("namespace %s"::formatted).forEach(words::add);
        it.objects().stream()
                .map(object -> object.kind() + "/" + object.name() + (object.isPrefix() ? "*" : ""))
                .forEach(words::add);
        it.users().stream().sorted().map("user %s"::formatted).forEach(words::add);
        it.groups().stream().sorted().map("group %s"::formatted).forEach(words::add);
        return words;
    }

    @Override
    public String draft(Draft draft) {
        return new PolicyDraft(clock).yaml(draft);
    }
}
