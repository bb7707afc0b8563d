package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The networks of a cluster that its user may list: those of all namespaces, or else of the namespaces one by one.
/// What may not be listed is told in sentences, which name no object and count none.
final class ReadableNetworks {
    private static final ReviewedKind NADS = ReviewedKinds.NADS;
    private static final String PLURAL = NADS.resource().plural();

    /// One request each.
    private static final int MAX_NAMESPACES = 100;

    private final ClusterReading cluster;
    private final String namespace;
    private final List<String> notices = new ArrayList<>();

    /// `namespace` is the only one that is looked at; empty for all.
    ReadableNetworks(ClusterReading cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /// Shows each to `visitor`, one at a time.
    void each(Consumer<JsonNode> visitor) {
        try {
            switch (in(namespace, visitor)) {
                case WHOLE -> {}
                case NOT_INSTALLED ->
                    notices.add("The cluster has no NetworkAttachmentDefinitions: Multus is not installed in it."
                            + " Networks can be drafted and downloaded, not created.");
                case NOT_PERMITTED -> asFarAsPermitted(visitor);
            }
        } catch (LiveObjects.Unreadable e) {
            notices.add("The %s cannot be read: %s.".formatted(PLURAL, e.getMessage()));
        }
    }

    /// What could not be seen: sentences.
    List<String> notices() {
        return List.copyOf(notices);
    }

    private void asFarAsPermitted(Consumer<JsonNode> visitor) {
        if (!namespace.isEmpty()) {
            notices.add("You may not list %s in namespace %s.".formatted(PLURAL, namespace));
            return;
        }
        List<String> permitted = new ArrayList<>();
        for (String each : namespaces()) {
            if (in(each, visitor) == Coverage.WHOLE) {
                permitted.add(each);
            }
        }
        notices.add(
                permitted.isEmpty()
                        ? "You may not list %s of all namespaces. Filter by a namespace to ask for its own."
                                .formatted(PLURAL)
                        : "You may list %s in these namespaces only: %s."
                                .formatted(PLURAL, String.join(", ", permitted)));
    }

    /// Those to try: all that may be listed, or else that of the kubeconfig.
    private List<String> namespaces() {
        List<String> found = new ArrayList<>();
        cluster.objects().namespaces(it -> found.add(it.at("/metadata/name").asText()));
        if (found.size() > MAX_NAMESPACES) {
            notices.add("Only the first %d of your namespaces are read; filter by one of the others."
                    .formatted(MAX_NAMESPACES));
        }
        return found.isEmpty()
                ? List.of(cluster.namespace())
                : List.copyOf(found.subList(0, Math.min(MAX_NAMESPACES, found.size())));
    }

    private Coverage in(String where, Consumer<JsonNode> visitor) {
        return cluster.objects().objects(Request.of(NADS, where), NADS.kind(), visitor);
    }
}
