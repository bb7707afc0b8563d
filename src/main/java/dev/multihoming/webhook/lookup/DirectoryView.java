package dev.multihoming.webhook.lookup;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The cluster as one review sees it: what the directory knows, and what was asked for this review.
///
/// A review that leaves questions open is not an answer yet: ask them, and review again with the replies.
public final class DirectoryView implements ClusterView {
    private static final Lookup PENDING = new Lookup.Unknown("it has not been asked for yet");

    private final NetworkDirectory directory;
    private final LookupResults replies;
    private final PendingLookups open = new PendingLookups();

    public DirectoryView(NetworkDirectory directory, LookupResults replies) {
        this.directory = directory;
        this.replies = replies;
    }

    @Override
    public Lookup network(NadRef ref) {
        Lookup reply = replies.networks().get(ref);
        if (reply != null) {
            return reply;
        }
        return directory.known(ref).orElseGet(() -> {
            open.network(ref);
            return PENDING;
        });
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        return directory.names(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return directory.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return directory.networksOn(segment);
    }

    @Override
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        NetworkUsers reply = replies.users().get(ref);
        if (reply != null) {
            return reply;
        }
        open.users(ref, anywhere);
        return NetworkUsers.UNKNOWN;
    }

    @Override
    public ClusterFacts facts() {
        return directory.facts();
    }

    /// What only the API server can tell.
    public PendingLookups open() {
        return open;
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        Optional<Map<String, String>> reply = replies.namespaces().get(namespace);
        if (reply != null) {
            return reply;
        }
        Optional<Map<String, String>> known = directory.namespaceLabels(namespace);
        if (known.isEmpty()) {
            open.namespace(namespace);
        }
        return known;
    }
}
