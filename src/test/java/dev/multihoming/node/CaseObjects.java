package dev.multihoming.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.chaos.Answer;
import dev.multihoming.chaos.ApiClient;
import dev.multihoming.fixtures.Fixture;
import java.util.ArrayList;
import java.util.List;

/// The objects of one fixture in an API server, in namespaces of their own, whose names are as long as in the file.
final class CaseObjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRIMARY = "MH122 primary-network-selected";
    private static final String NADS = "/network-attachment-definitions";

    private final Fixture fixture;
    private final ApiClient api;
    private final String own;
    private final String foreign;
    private final List<JsonNode> networks = new ArrayList<>();

    CaseObjects(Fixture fixture, int number, ApiClient api) {
        this.fixture = fixture;
        this.api = api;
        // Some namespaces are what their fixture is about.
        this.own = fixture.namespace().equals("tenant-a") ? "na-%05d".formatted(number) : fixture.namespace();
        this.foreign = "nb-%05d".formatted(number);
    }

    String namespace() {
        return own;
    }

    /// The namespaces that its objects are in or name.
    List<String> namespaces() {
        return List.of(own, foreign);
    }

    /// The NADs there are, as they are stored.
    List<JsonNode> networks() {
        return networks;
    }

    /// Makes what is there before the request.
    void prepare() throws InterruptedException {
        for (ObjectNode nad : fixture.cluster()) {
            if (isNad(nad)) {
                networks.add(created(create(nad, "")));
            }
        }
        if (fixture.request().operation().equals("UPDATE")) {
            JsonNode before = created(create(fixture.request().oldObject(), ""));
            if (isNad(before)) {
                networks.add(before);
            }
        }
        if (isBinding()) {
            created(create(
                    JSON.createObjectNode()
                            .put("apiVersion", "v1")
                            .put("kind", "Pod")
                            .<ObjectNode>set("metadata", JSON.createObjectNode().put("name", name()))
                            .set(
                                    "spec",
                                    JSON.createObjectNode()
                                            .set(
                                                    "containers",
                                                    JSON.createArrayNode()
                                                            .add(JSON.createObjectNode()
                                                                    .put("name", "app")
                                                                    .put("image", "registry.example/app")))),
                    ""));
        }
    }

    /// Sends the object under review, or what stands for it, as its fixture says.
    Answer send(ObjectNode subject) throws InterruptedException {
        String user = fixture.request().username();
        String sender = user.startsWith("system:serviceaccount:") ? user : "";
        if (isBinding()) {
            return post("/api/v1/namespaces/" + own + "/pods/" + name() + "/binding", subject, sender);
        }
        Answer answer =
                fixture.request().operation().equals("UPDATE") ? update(subject, sender) : create(subject, sender);
        if (isNad(subject) && answer.status() / 100 == 2) {
            JsonNode stored = read(answer.body());
            networks.removeIf(nad -> nad.at("/metadata/name").equals(stored.at("/metadata/name"))
                    && nad.at("/metadata/namespace").equals(stored.at("/metadata/namespace")));
            networks.add(stored);
        }
        return answer;
    }

    /// The pod that Multus is called for: the one under review, or one on the network under review.
    JsonNode pod(List<String> inPod) throws InterruptedException {
        if (!isNad(fixture.subject())) {
            return created(api.send("GET", "api/v1/namespaces/" + own + "/pods/" + name(), ""));
        }
        Answer selecting = create(PodOn.network(name(), inPod), "");
        // Pods have a primary network without selecting it, and may not select it.
        return created(selecting.body().contains(PRIMARY) ? create(PodOn.nothing(), "") : selecting);
    }

    /// Makes a network for what a config expects to find in the pod already.
    void addCarrier() throws InterruptedException {
        networks.add(created(create(PodOn.carrier(), "")));
    }

    private Answer create(JsonNode object, String user) throws InterruptedException {
        String namespace = object.at("/metadata/namespace").asText("tenant-a");
        String path = isNad(object)
                ? "/apis/k8s.cni.cncf.io/v1/namespaces/" + namespace + NADS
                : "/api/v1/namespaces/" + namespace + "/pods";
        return post(path, object, user);
    }

    private Answer post(String path, JsonNode object, String user) throws InterruptedException {
        Answer answer = api.send("POST", here(path).substring(1), "application/json", user, here(object.toString()));
        // A network that several fixtures share.
        return answer.status() == 409
                ? api.send(
                        "GET",
                        here(path).substring(1) + "/"
                                + object.at("/metadata/name").asText(),
                        "")
                : answer;
    }

    private Answer update(ObjectNode subject, String user) throws InterruptedException {
        ObjectNode changes = JSON.createObjectNode();
        changes.putObject("metadata").set("annotations", subject.at("/metadata/annotations"));
        boolean status = fixture.request().subresource().equals("status");
        if (isNad(subject)) {
            changes.set("spec", subject.path("spec"));
        }
        String path = isNad(subject)
                ? "apis/k8s.cni.cncf.io/v1/namespaces/" + own + NADS + "/" + name()
                : "api/v1/namespaces/" + own + "/pods/" + name() + (status ? "/status" : "");
        return api.send("PATCH", path, "application/merge-patch+json", user, here(changes.toString()));
    }

    private JsonNode created(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("preparing " + fixture + ": " + answer.body());
        }
        return read(answer.body());
    }

    private String name() {
        return fixture.subject().at("/metadata/name").asText();
    }

    private boolean isBinding() {
        return fixture.subject().path("kind").asText().equals("Binding");
    }

    private static boolean isNad(JsonNode object) {
        return object.path("kind").asText().equals("NetworkAttachmentDefinition");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private String here(String text) {
        return text.replace("tenant-a", own).replace("tenant-b", foreign);
    }
}
