package dev.multihoming.admission;

import dev.multihoming.multus.NadRef;
import dev.multihoming.review.ClusterView;
import dev.multihoming.review.Lookup;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The cluster as one review sees it: what the directory knows, and what was asked for this review.
///
/// A review that leaves questions open is not an answer yet: ask them, and review again with the replies.
final class DirectoryView implements ClusterView {
    private static final Lookup PENDING = new Lookup.Unknown("it has not been asked for yet");

    private final NetworkDirectory directory;
    private final Map<NadRef, Lookup> replies;
    private final Set<NadRef> open = new LinkedHashSet<>();

    DirectoryView(NetworkDirectory directory, Map<NadRef, Lookup> replies) {
        this.directory = directory;
        this.replies = replies;
    }

    @Override
    public Lookup network(NadRef ref) {
        Lookup reply = replies.get(ref);
        if (reply != null) {
            return reply;
        }
        return directory.known(ref).orElseGet(() -> {
            open.add(ref);
            return PENDING;
        });
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        return directory.names(namespace);
    }

    /// The NADs that only the API server can tell of.
    Set<NadRef> open() {
        return open;
    }
}
