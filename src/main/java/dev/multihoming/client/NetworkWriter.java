package dev.multihoming.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.multus.NadRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Writes NetworkAttachmentDefinitions with the rights of one login. A request is sent once: one that got
/// no answer may have been carried out, and must not be repeated unseen.
public final class NetworkWriter implements AutoCloseable {
    private static final ObjectMapper JSON = ClusterJson.mapper();

    /// Longer than the webhooks of one request may take, which the API server calls one after the other.
    private static final long SECONDS = 60;

    private final KubernetesClient client;
    private final HttpClient http;

    private NetworkWriter(KubernetesClient client) {
        this.client = client;
        this.http = ApiPages.withoutRetries(client);
    }

    static NetworkWriter of(KubernetesClient client) {
        return new NetworkWriter(client);
    }

    /// Whether the API server only says what it would do.
    public enum Mode {
        DRY_RUN,
        WRITE
    }

    /// What the API server answered.
    ///
    /// @param status of HTTP; 0 where no answer came
    /// @param body the object, or a Status
    /// @param warnings of the API server and its webhooks
    public record Answer(int status, JsonNode body, List<String> warnings) {
        public Answer {
            warnings = List.copyOf(warnings);
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /// The context, where there is one, and the server: for a person, and to tell one cluster from another.
    public String cluster() {
        String server = client.getMasterUrl().toString();
        return Optional.ofNullable(client.getConfiguration().getCurrentContext())
                .map(context -> "%s (%s)".formatted(context.getName(), server))
                .orElse(server);
    }

    /// The namespace of the context, or `default`.
    public String namespace() {
        return Optional.ofNullable(client.getNamespace()).orElse("default");
    }

    /// The same cluster, for reading; closed with this.
    public ClusterReading reading() {
        return ClusterReading.of(client);
    }

    public Answer read(NadRef ref) {
        return ask("GET", path(ref), null);
    }

    /// A new object.
    ///
    /// @param ref the same as in `object`; it [could exist][NadRef#couldExist]
    public Answer create(NadRef ref, JsonNode object, Mode mode) {
        return ask("POST", collection(ref) + query(mode), object);
    }

    /// Replaces the state of the object that its `resourceVersion` names, and no other.
    public Answer replace(NadRef ref, JsonNode object, Mode mode) {
        return ask("PUT", path(ref) + query(mode), object);
    }

    /// Deletes that object in that state, and no other.
    public Answer delete(NadRef ref, String uid, String resourceVersion, Mode mode) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions").put("uid", uid).put("resourceVersion", resourceVersion);
        if (mode == Mode.DRY_RUN) {
            options.putArray("dryRun").add("All");
        }
        // With a body, the API server does not look at the query. Without one, which a proxy may have dropped, it does.
        return ask("DELETE", path(ref) + (mode == Mode.DRY_RUN ? "?dryRun=All" : ""), options);
    }

    private static String query(Mode mode) {
        return "?fieldManager=multihoming-console&fieldValidation=Strict" + (mode == Mode.DRY_RUN ? "&dryRun=All" : "");
    }

    private static String collection(NadRef ref) {
        if (!ref.couldExist()) {
            throw new IllegalArgumentException("no name of an object: " + ref);
        }
        return "apis/k8s.cni.cncf.io/v1/namespaces/" + ref.namespace() + "/network-attachment-definitions";
    }

    private static String path(NadRef ref) {
        return collection(ref) + "/" + ref.name();
    }

    private Answer ask(String method, String path, @Nullable JsonNode object) {
        HttpRequest.Builder request = http.newHttpRequestBuilder()
                .uri(client.getMasterUrl() + path)
                .header("Accept", ApiPages.JSON)
                .timeout(SECONDS, TimeUnit.SECONDS);
        if (object != null) {
            request.method(method, ApiPages.JSON, object.toString());
        }
        BoundedBody body = new BoundedBody(ApiPages.MAX_BYTES);
        try {
            return http.consumeBytes(request.build(), body)
                    .thenCompose(response -> answer(response, body))
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return new Answer(0, JsonNodeFactory.instance.textNode(String.valueOf(e.getMessage())), List.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(0, JsonNodeFactory.instance.missingNode(), List.of());
        }
    }

    private static CompletionStage<Answer> answer(HttpResponse<AsyncBody> response, BoundedBody body) {
        List<String> warnings = WarningHeader.texts(response.headers("Warning"));
        return body.read(response).thenApply(it -> new Answer(it.code(), parsed(it), warnings));
    }

    /// A proxy, or an API server without the resource, answers with a text.
    private static JsonNode parsed(BoundedBody.Answer answer) {
        try {
            byte[] bytes = answer.body().readAllBytes();
            try {
                return JSON.readTree(bytes);
            } catch (JsonProcessingException _) {
                return JsonNodeFactory.instance.missingNode();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
