package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.multihoming.client.ClusterRequests;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The webhook configurations of one kind.
///
/// @param reply to the request for ours, or for all
/// @param own ours; a missing node where it is not there or cannot be read
/// @param others those of other programs; none where they cannot be listed
/// @param hasOthers whether all could be listed
record Registered(Kind kind, Reply reply, JsonNode own, List<JsonNode> others, boolean hasOthers) {
    /// As the shipped objects are called.
    static final String NAME = "multihoming-webhook";

    Registered {
        others = List.copyOf(others);
    }

    enum Kind {
        VALIDATING("validating"),
        MUTATING("mutating");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        private String path() {
            return "apis/admissionregistration.k8s.io/v1/" + word + "webhookconfigurations";
        }
    }

    static Registered read(ClusterRequests cluster, Kind kind) {
        ResourceReading all = ResourceReading.of(cluster, kind.path());
        if (all.isComplete()) {
            JsonNode own = all.objects().stream()
                    .filter(Registered::isOurs)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            return new Registered(
                    kind,
                    all.first(),
                    own,
                    all.objects().stream().filter(it -> !isOurs(it)).toList(),
                    true);
        }
        Reply one = cluster.get(kind.path() + "/" + NAME);
        return new Registered(kind, one, one.isSuccess() ? one.body() : MissingNode.getInstance(), List.of(), false);
    }

    private static boolean isOurs(JsonNode configuration) {
        return configuration.at("/metadata/name").asText().equals(NAME);
    }

    boolean isPresent() {
        return !own.isMissingNode();
    }

    /// Whether it is known to be absent.
    boolean isAbsent() {
        return !isPresent() && (hasOthers || reply.isNotFound());
    }

    Stream<JsonNode> webhooks() {
        return StreamSupport.stream(own.path("webhooks").spliterator(), false);
    }

    boolean hasWebhook(String name) {
        return webhooks().anyMatch(it -> it.path("name").asText().equals(name));
    }
}
