package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.RequestedNetworks;
import dev.multihoming.cli.networks.UserReader;
import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Workload;
import dev.multihoming.console.engine.Attachments.Workloads;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.topology.NetworkUser;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The pods, workloads and virtual machines that ask for networks, as far as the user may list them, and what
/// `explain` predicts for them.
final class ConsoleWorkloads {
    /// Each is judged; a filter leads to the others.
    private static final int MOST = 200;

    private static final Comparator<ObjectRef> ORDER = Comparator.comparing(ObjectRef::namespace)
            .thenComparing(ObjectRef::kind)
            .thenComparing(ObjectRef::name);

    private final JudgingOptions judging;
    private final Filter filter;
    private final ReadableFiles files;
    private final Set<ObjectRef> seen = new HashSet<>();
    private final List<Candidate> found = new ArrayList<>();

    ConsoleWorkloads(JudgingOptions judging, ReadableFiles files, Filter filter) {
        this.judging = judging;
        this.filter = filter;
        this.files = files;
    }

    /// An object that asks for networks.
    ///
    /// @param file that it stands in; empty for one of the cluster
    private record Candidate(
            ReviewedKind kind, ObjectRef ref, JsonNode object, List<String> requested, Optional<Manifest> file) {
        /// An object of the cluster becomes a manifest only where it is shown.
        Manifest manifest() {
            return file.orElseGet(() -> Manifests.ofCluster(object));
        }
    }

    Workloads all() {
        for (Manifest manifest : files.manifests()) {
            FileSource.kinds(manifest)
                    .filter(NetworkInventory::isUser)
                    .forEach(kind -> add(kind, manifest.ref(), manifest.object(), Optional.of(manifest)));
        }
        List<String> notices = new ArrayList<>(files.notices());
        judging.live()
                .map(cluster -> ReadableCluster.in(cluster, filter.namespace()))
                .ifPresent(cluster -> {
                    ReviewedKinds.all().stream()
                            .filter(NetworkInventory::isUser)
                            .forEach(kind -> cluster.list(kind, object -> add(kind, object)));
                    notices.addAll(cluster.notices());
                });
        found.sort(Comparator.comparing(Candidate::ref, ORDER));
        List<Candidate> shown = found.subList(0, Math.min(MOST, found.size()));
        return new Workloads(found.size(), explained(shown), notices);
    }

    private void add(ReviewedKind kind, JsonNode object) {
        String namespace = object.at("/metadata/namespace").asText();
        add(
                kind,
                new ObjectRef(
                        kind.kind(), namespace, object.at("/metadata/name").asText()),
                object,
                Optional.empty());
    }

    private void add(ReviewedKind kind, ObjectRef ref, JsonNode object, Optional<Manifest> file) {
        boolean isMadeByWorkload =
                !kind.isPod() && ObjectRef.controllerOf(object, ref.namespace()).isPresent();
        List<String> requested = RequestedNetworks.of(kind, ref.namespace(), object);
        if (!requested.isEmpty() && !isMadeByWorkload && isAsked(kind, ref, object) && seen.add(ref)) {
            found.add(new Candidate(kind, ref, object, requested, file));
        }
    }

    private boolean isAsked(ReviewedKind kind, ObjectRef ref, JsonNode object) {
        return (filter.namespace().isEmpty() || filter.namespace().equals(ref.namespace()))
                && ref.name().contains(filter.name())
                && (filter.network().isEmpty() || networks(kind, ref, object).anyMatch(filter.network()::equals));
    }

    private static Stream<String> networks(ReviewedKind kind, ObjectRef ref, JsonNode object) {
        return UserReader.read(kind, ref.namespace(), object).map(NetworkUser::networks).stream()
                .flatMap(Set::stream)
                .map(Object::toString);
    }

    private List<Workload> explained(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Manifest> asked = candidates.stream().map(Candidate::manifest).toList();
        List<Workload> rows = new ArrayList<>();
        try (PredictedInterfaces prediction = PredictedInterfaces.of(judging, files.manifests())) {
            List<Explanation> explanations = prediction.explain(asked, networksOfFiles(candidates));
            for (int i = 0; i < candidates.size(); i++) {
                rows.add(row(candidates.get(i), asked.get(i), explanations.get(i)));
            }
        }
        return rows;
    }

    /// Those that are asked for: to judge all takes long where there are thousands.
    private List<Manifest> networksOfFiles(List<Candidate> candidates) {
        Set<String> needed = new HashSet<>();
        candidates.forEach(it -> networks(it.kind(), it.ref(), it.object()).forEach(needed::add));
        return files.manifests().stream()
                .filter(it -> !NetworkRow.isNetwork(it) || needed.contains(it.namespace() + "/" + it.name()))
                .toList();
    }

    private static Workload row(Candidate candidate, Manifest manifest, Explanation explanation) {
        ShownInterfaces interfaces = ShownInterfaces.of(explanation.table(), candidate.object(), candidate.kind());
        return new Workload(
                ConsoleDetails.target(candidate.ref()),
                ObjectRef.controllerOf(candidate.object(), candidate.ref().namespace())
                        .map(ObjectRef::title)
                        .orElse(""),
                candidate.requested(),
                interfaces.all(),
                interfaces.reports(),
                explanation.table().map(it -> it.remarks()).orElse(List.of()),
                explanation.judgement().problems().size(),
                manifest.source().name());
    }
}
