package dev.multihoming.client;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/// With whose rights a cluster is read: those of the kubeconfig's user, or of a token. Each connection is a new one.
public final class ClusterLogin {
    private final Supplier<Optional<KubernetesClient>> connect;

    private ClusterLogin(Supplier<Optional<KubernetesClient>> connect) {
        this.connect = connect;
    }

    /// The current context of the kubeconfig, as it is at the time of each connection.
    public static ClusterLogin ofCurrentContext() {
        return new ClusterLogin(CurrentContext::client);
    }

    /// That token, and nothing else: neither a kubeconfig nor an account of this process.
    public static ClusterLogin withToken(ApiServerAddress server, String token) {
        return new ClusterLogin(() -> Optional.of(server.client(token)));
    }

    /// Empty where the kubeconfig has no current context.
    public Optional<ClusterReading> reading() {
        return connect.get().map(ClusterReading::of);
    }

    /// Empty where the kubeconfig has no current context.
    public Optional<LiveObjects> objects() {
        return connect.get().map(LiveObjects::of);
    }

    /// Empty where the kubeconfig has no current context.
    public Optional<LiveRequests> requests() {
        return connect.get().map(LiveRequests::of);
    }

    /// Empty where the kubeconfig has no current context.
    public Optional<NetworkWriter> writer() {
        return connect.get().map(NetworkWriter::of);
    }

    /// The name of the user, as the API server says it (SelfSubjectReview); empty where it does
    /// not accept the login.
    ///
    /// @throws LiveObjects.Unreadable where it does not answer
    public Optional<String> user() {
        Optional<KubernetesClient> connected = connect.get();
        if (connected.isEmpty()) {
            return Optional.empty();
        }
        try (KubernetesClient client = connected.get()) {
            return SelfReview.user(client);
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0) {
                throw new LiveObjects.Unreadable(e);
            }
            return Optional.empty();
        }
    }
}
