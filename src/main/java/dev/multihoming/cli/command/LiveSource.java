package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ClusterObjects;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The objects of a cluster, as far as the caller may list them.
final class LiveSource implements ObjectSource {
    private final ClusterObjects cluster;
    private final String namespace;
    private final CountLine progress;
    private final List<String> notices = new ArrayList<>();

    /// Of that cluster.
    ///
    /// @param namespace to which it is limited; empty for all
    LiveSource(ClusterObjects cluster, String namespace, CountLine progress) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.progress = progress;
    }

    @Override
    public void networks(Visitor visitor) {
        switch (list(ReviewedKinds.NADS, visitor)) {
            case WHOLE -> {}
            case NOT_INSTALLED -> throw new CannotRun("The cluster does not know NetworkAttachmentDefinitions.");
            case NOT_PERMITTED ->
                throw new CannotRun(
                        namespace.isEmpty()
                                ? "You may not list the NetworkAttachmentDefinitions of all namespaces; name one with -n."
                                : "You may not list the NetworkAttachmentDefinitions of namespace %s."
                                        .formatted(namespace));
        }
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        List<ReviewedKind> refused = ReviewedKinds.all().stream()
                .filter(NetworkInventory::isUser)
                .filter(kind -> list(kind, visitor) == Coverage.NOT_PERMITTED)
                .toList();
        refused.forEach(kind -> notices.add(
                "You may not list %s: networks that only they use count as unused.".formatted(kind.resource())));
        return refused;
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {
        progress.begin("nodenetworkstates");
        Coverage seen = read(
                "nodenetworkstates",
                () -> cluster.nodeStates((_, state) -> {
                    progress.step();
                    each.accept(state);
                }));
        if (seen == Coverage.NOT_PERMITTED) {
            notices.add("You may not list nodenetworkstates: nothing is known of the nodes.");
        }
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    private Coverage list(ReviewedKind kind, Visitor visitor) {
        progress.begin(kind.resource().toString());
        ResourceLists.Visitor each = (_, object) -> {
            progress.step();
            visitor.visit(kind, object.at("/metadata/namespace").asText(), object);
        };
        return read(
                kind.resource().toString(), () -> cluster.list(ResourceLists.Request.ofUsers(kind, namespace), each));
    }

    private static Coverage read(String what, Supplier<Coverage> list) {
        try {
            return list.get();
        } catch (LiveObjects.Unreadable e) {
            throw new CannotRun("The list of %s cannot be read: %s.".formatted(what, e.getMessage()), e);
        }
    }
}
