package dev.multihoming.webhook.lookup;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// What one review could not tell by itself. Asked all at once, and what is not answered in time, or fails, stays
/// unknown.
public final class PendingLookups {
    private static final Lookup TOO_SLOW = new Lookup.Unknown("the API server did not answer in time");

    private final Set<NadRef> networks = new LinkedHashSet<>();
    private final Map<NadRef, Boolean> users = new LinkedHashMap<>();
    private final Set<String> namespaces = new LinkedHashSet<>();

    /// Whether that NAD exists.
    void network(NadRef ref) {
        networks.add(ref);
    }

    /// Which pods use it, in its namespace or anywhere.
    void users(NadRef ref, boolean anywhere) {
        users.put(ref, anywhere);
    }

    /// Which labels it has.
    void namespace(String name) {
        namespaces.add(name);
    }

    public boolean isEmpty() {
        return networks.isEmpty() && users.isEmpty() && namespaces.isEmpty();
    }

    public CompletableFuture<LookupResults> ask(NetworkDirectory directory, long nanos) {
        CompletableFuture<Map<NadRef, Lookup>> lookups = all(networks, directory::ask, TOO_SLOW, nanos);
        CompletableFuture<Map<NadRef, NetworkUsers>> counts = all(
                users.keySet(),
                ref -> directory.users(ref, users.getOrDefault(ref, false)),
                NetworkUsers.UNKNOWN,
                nanos);
        CompletableFuture<Map<String, Optional<Map<String, String>>>> labels =
                all(namespaces, directory::askNamespaceLabels, Optional.empty(), nanos);
        return lookups.thenCombine(counts, (found, counted) -> new LookupResults(found, counted, Map.of()))
                .thenCombine(labels, (replies, told) -> new LookupResults(replies.networks(), replies.users(), told));
    }

    private static <K, T> CompletableFuture<Map<K, T>> all(
            Set<K> refs, Function<K, CompletionStage<T>> question, T tooSlow, long nanos) {
        Map<K, CompletableFuture<T>> asked = new HashMap<>();
        for (K ref : refs) {
            // A copy: its time-out must not answer for others who share the request and have more time.
            CompletableFuture<T> reply =
                    question.apply(ref).toCompletableFuture().copy();
            asked.put(
                    ref,
                    reply.completeOnTimeout(tooSlow, nanos, TimeUnit.NANOSECONDS)
                            .exceptionally(_ -> tooSlow));
        }
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> {
                    Map<K, T> replies = new HashMap<>();
                    asked.forEach((ref, reply) -> replies.put(ref, reply.join()));
                    return replies;
                });
    }
}
