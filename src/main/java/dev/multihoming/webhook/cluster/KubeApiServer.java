package dev.multihoming.webhook.cluster;

import dev.multihoming.client.ApiPages;
import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The API server behind fabric8's HTTP client, asked below its resource DSL: that one blocks a thread,
/// tries again for longer than a review lasts, and does not tell a missing NAD from a missing CRD.
final class KubeApiServer implements NadRequest {
    /// Short beside the few seconds a webhook has, long beside what a GET by name takes.
    static final Duration TIME_BOX = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(KubeApiServer.class);

    private final HttpClient http;
    private final String root;
    private final KubernetesSerialization serialization;
    private final Executor executor;
    private final long timeBoxMillis;

    /// `executor` reads the answers: the HTTP client's own threads are event loops.
    ///
    /// @param timeBox of one answer: [#TIME_BOX] where reviews wait for it
    KubeApiServer(KubernetesClient client, Executor executor, Duration timeBox) {
        this.timeBoxMillis = timeBox.toMillis();
        this.http = ApiPages.withoutRetries(client);
        this.root = client.getMasterUrl() + "apis/k8s.cni.cncf.io/v1/namespaces/";
        this.serialization = client.getKubernetesSerialization();
        this.executor = executor;
    }

    @Override
    public CompletionStage<Lookup> get(NadRef ref) {
        return CompletableFuture.completedFuture(ref)
                .thenComposeAsync(this::send, executor)
                .orTimeout(timeBoxMillis, TimeUnit.MILLISECONDS)
                .handleAsync((response, failure) -> read(response, failure), executor);
    }

    /// The reference has been found to be made of names, so that it cannot leave its place in the path.
    private CompletableFuture<HttpResponse<byte[]>> send(NadRef ref) {
        var request = http.newHttpRequestBuilder()
                .uri(root + ref.namespace() + "/network-attachment-definitions/" + ref.name())
                .timeout(timeBoxMillis, TimeUnit.MILLISECONDS)
                .build();
        return http.sendAsync(request, byte[].class);
    }

    private Lookup read(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null || failure != null) {
            return failed(failure);
        }
        try {
            return switch (response.code()) {
                case HttpURLConnection.HTTP_OK ->
                    new Lookup.Found(NetworkAttachmentDefinitions.summaryOf(nad(response)));
                case HttpURLConnection.HTTP_NOT_FOUND -> notFound(response);
                default -> new Lookup.Unknown("the API server answered with status " + response.code());
            };
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private GenericKubernetesResource nad(HttpResponse<byte[]> response) {
        return serialization.unmarshal(new ByteArrayInputStream(response.body()), GenericKubernetesResource.class);
    }

    /// A path that the API server does not serve at all is a plain text; an object that it does not have,
    /// a Status.
    private Lookup notFound(HttpResponse<byte[]> response) {
        String type = response.header("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return KnownNetworks.NO_CRD;
        }
        Status status = serialization.unmarshal(new ByteArrayInputStream(response.body()), Status.class);
        return "NotFound".equals(status.getReason())
                ? new Lookup.Absent()
                : new Lookup.Unknown("the API server answered with status 404 and no reason");
    }

    private Lookup failed(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        // Its message has the path, and with it a name that a user wrote into a pod.
        LOG.debugf(
                "A lookup of a NAD failed: %s",
                cause == null ? "no answer" : cause.getClass().getName());
        return cause instanceof TimeoutException
                ? new Lookup.Unknown("the API server did not answer within " + timeBoxMillis + " ms")
                : new Lookup.Unknown("the API server could not be asked");
    }
}
