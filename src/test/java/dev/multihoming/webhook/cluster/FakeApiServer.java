package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Notes what it is asked and answers when told to.
final class FakeApiServer implements NadRequest {
    final List<NadRef> asked = new ArrayList<>();
    private final Map<NadRef, CompletableFuture<Lookup>> open = new LinkedHashMap<>();

    @Override
    public CompletionStage<Lookup> get(NadRef ref) {
        asked.add(ref);
        var answer = new CompletableFuture<Lookup>();
        open.put(ref, answer);
        return answer;
    }

    void answers(NadRef ref, Lookup lookup) {
        CompletableFuture<Lookup> answer = open.remove(ref);
        if (answer == null) {
            throw new AssertionError("nobody asked for " + ref);
        }
        answer.complete(lookup);
    }
}
