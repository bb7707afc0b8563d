package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The objects of a cluster that its user may list: those of all namespaces, or else of the namespaces one by one.
/// What may not be listed is told in sentences, which name no object and count none.
final class ReadableSource implements ObjectSource {
    static final ReviewedKind NADS =
            ReviewedKinds.all().stream().filter(ReviewedKind::isNad).findFirst().orElseThrow();

    private static final Request NAMESPACES = new Request(new Resource("", "namespaces", ""), "", "", ApiPages.JSON);

    /// One request each, for each kind.
    private static final int MAX_NAMESPACES = 100;

    private final ClusterReading cluster;
    private final String namespace;
    private final List<String> notices = new ArrayList<>();
    private Optional<List<String>> namespaces = Optional.empty();

    /// `namespace` is the only one that is looked at; empty for all.
    ReadableSource(ClusterReading cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    @Override
    public void networks(Visitor visitor) {
        if (listed(NADS, visitor) == Coverage.NOT_INSTALLED) {
            notices.add("The cluster has no NetworkAttachmentDefinitions: Multus is not installed in it."
                    + " Networks can be drafted and downloaded, not created.");
        }
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        return ReviewedKinds.all().stream()
                .filter(NetworkInventory::isUser)
                .filter(kind -> listed(kind, visitor) == Coverage.NOT_PERMITTED)
                .toList();
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {
        try {
            if (cluster.objects().nodeStates((_, state) -> each.accept(state)) == Coverage.NOT_PERMITTED) {
                notices.add("You may not list nodenetworkstates: nothing is known of the nodes.");
            }
        } catch (LiveObjects.Unreadable e) {
            notices.add("The nodes cannot be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// Of a kind, as far as that is permitted; without that, a notice says so.
    private Coverage listed(ReviewedKind kind, Visitor visitor) {
        String plural = kind.resource().plural();
        try {
            Coverage whole = in(namespace, kind, visitor);
            if (whole != Coverage.NOT_PERMITTED) {
                return whole;
            }
            if (!namespace.isEmpty()) {
                notices.add("You may not list %s in namespace %s.".formatted(plural, namespace));
                return whole;
            }
            return oneByOne(kind, visitor, plural);
        } catch (LiveObjects.Unreadable e) {
            notices.add("The %s cannot be read: %s.".formatted(plural, e.getMessage()));
            return Coverage.NOT_PERMITTED;
        }
    }

    private Coverage oneByOne(ReviewedKind kind, Visitor visitor, String plural) {
        List<String> permitted = new ArrayList<>();
        for (String each : namespaces()) {
            if (in(each, kind, visitor) == Coverage.WHOLE) {
                permitted.add(each);
            }
        }
        notices.add(
                permitted.isEmpty()
                        ? "You may not list %s of all namespaces. Filter by a namespace to ask for its own."
                                .formatted(plural)
                        : "You may list %s in these namespaces only: %s."
                                .formatted(plural, String.join(", ", permitted)));
        return Coverage.NOT_PERMITTED;
    }

    /// Those to try: all that may be listed, or else that of the kubeconfig.
    private List<String> namespaces() {
        List<String> known = namespaces.orElseGet(() -> {
            List<String> found = new ArrayList<>();
            cluster.objects()
                    .list(
                            NAMESPACES,
                            (_, it) -> found.add(it.at("/metadata/name").asText()));
            if (found.size() > MAX_NAMESPACES) {
                notices.add("Only the first %d of your namespaces are read; filter by one of the others."
                        .formatted(MAX_NAMESPACES));
            }
            return found.isEmpty()
                    ? List.of(cluster.namespace())
                    : List.copyOf(found.subList(0, Math.min(MAX_NAMESPACES, found.size())));
        });
        namespaces = Optional.of(known);
        return known;
    }

    private Coverage in(String where, ReviewedKind kind, Visitor visitor) {
        Request all = Request.of(kind, where);
        return cluster.objects().list(kind.isPod() ? all.metadataOnly() : all, (apiVersion, object) -> {
            // Objects of a list do not say what they are.
            ((ObjectNode) object).put("apiVersion", apiVersion).put("kind", kind.kind());
            visitor.visit(kind, object.at("/metadata/namespace").asText(), object);
        });
    }
}
