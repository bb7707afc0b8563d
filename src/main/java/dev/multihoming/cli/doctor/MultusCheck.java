package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests;
import java.util.ArrayList;
import java.util.List;

/// Whether Multus runs, and which: by its DaemonSet, which may be in any namespace.
final class MultusCheck implements Check {
    private static final String SUBJECT = "Multus";

    /// Where it is as a rule, for users who may not list those of all namespaces.
    private static final List<String> USUAL_NAMESPACES = List.of("kube-system", "openshift-multus", "multus");

    @Override
    public List<Line> lines(Installation installation) {
        ResourceReading all = ResourceReading.of(installation.cluster(), "apis/apps/v1/daemonsets");
        List<JsonNode> daemonSets = all.isComplete() ? all.objects() : inUsualNamespaces(installation.cluster());
        List<MultusDaemon> found =
                daemonSets.stream().flatMap(it -> MultusDaemon.in(it).stream()).toList();
        if (!found.isEmpty()) {
            return judged(found);
        }
        if (all.isComplete()) {
            return List.of(Line.warning(
                    SUBJECT,
                    "No DaemonSet runs it.",
                    "Install Multus, unless your nodes have it in another way: without it pods get no networks."));
        }
        return List.of(
                all.first().isNotPermitted()
                        ? Line.notPermitted(
                                SUBJECT,
                                "You may not list DaemonSets of all namespaces, and none that you may list runs it.",
                                "Ask for the right to list daemonsets.apps, or look at the DaemonSet of Multus.")
                        : Line.unreadable(
                                SUBJECT, "The list of DaemonSets", all.first().refusal("daemonsets")));
    }

    private static List<JsonNode> inUsualNamespaces(ClusterRequests cluster) {
        List<JsonNode> found = new ArrayList<>();
        for (String namespace : USUAL_NAMESPACES) {
            found.addAll(ResourceReading.of(cluster, "apis/apps/v1/namespaces/%s/daemonsets".formatted(namespace))
                    .objects());
        }
        return found;
    }

    private static List<Line> judged(List<MultusDaemon> found) {
        List<Line> lines = new ArrayList<>();
        found.forEach(it -> lines.add(judged(it)));
        if (found.stream().filter(it -> it.desired() > 0).count() > 1) {
            lines.add(Line.warning(
                    SUBJECT,
                    "%d DaemonSets run it.".formatted(found.size()),
                    "Make sure that no node runs two of them: each overwrites the CNI config of the other."));
        }
        return lines;
    }

    private static String fact(MultusDaemon multus) {
        return "%s, %s, DaemonSet %s, ready on %d of %d nodes."
                .formatted(
                        multus.version().isEmpty() ? "Version not known from its image" : "Version " + multus.version(),
                        multus.isThick() ? "thick plugin" : "thin plugin",
                        multus.name(),
                        multus.ready(),
                        multus.desired());
    }

    private static Line judged(MultusDaemon multus) {
        String fact = fact(multus);
        if (multus.isOld()) {
            return Line.warning(
                    SUBJECT,
                    fact,
                    "Upgrade to Multus 4: the rules follow what Multus 4 does, and older versions differ.");
        }
        if (multus.ready() < multus.desired()) {
            return Line.warning(
                    SUBJECT,
                    fact,
                    "Look at its pods that are not ready: new pods on their nodes stay in ContainerCreating.");
        }
        return Line.ok(SUBJECT, fact);
    }
}
