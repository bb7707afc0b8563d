package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.client.ClusterReading;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A cluster, by default the kubeconfig's current one, connected to where something first needs it.
///
/// Not thread-safe.
final class ClusterConnection implements AutoCloseable {
    /// A cluster that does not answer takes seconds to say so. An editor must not wait for it after each key.
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ClusterLogin login;
    private @Nullable ClusterReading reading;
    private String trouble = "";
    private long askAgainAt;

    ClusterConnection(ClusterLogin login) {
        this.login = login;
    }

    /// The cluster.
    ///
    /// @throws CannotRun where there is none
    ClusterReading connected() {
        ClusterReading connected = reading != null
                ? reading
                : login.reading()
                        .orElseThrow(
                                () -> new CannotRun(
                                        "There is no kubeconfig with a current context; set KUBECONFIG, or leave --cluster out."));
        reading = connected;
        return connected;
    }

    /// The cluster where it answers. Where it does not, `trouble` learns why, a sentence.
    Optional<ClusterReading> ifAnswering(Consumer<String> sentences) {
        if (reading != null) {
            return Optional.of(reading);
        }
        if (trouble.isEmpty() || System.nanoTime() - askAgainAt >= 0) {
            trouble = connect();
        }
        if (!trouble.isEmpty()) {
            sentences.accept(trouble);
        }
        return Optional.ofNullable(reading);
    }

    /// The sentence of what went wrong; empty for nothing.
    private String connect() {
        askAgainAt = System.nanoTime() + PAUSE_NANOS;
        try {
            Optional<ClusterReading> found = login.reading();
            if (found.isEmpty()) {
                return "There is no cluster: the kubeconfig has no current context. Set KUBECONFIG, or log in.";
            }
            Optional<String> clause = found.get().trouble();
            if (clause.isEmpty()) {
                reading = found.get();
                return "";
            }
            found.get().close();
            return "The cluster cannot be read: " + clause.get() + ".";
        } catch (KubernetesClientException | IllegalArgumentException e) {
            return "The kubeconfig cannot be used: " + e.getMessage() + ".";
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
            // The next request asks the cluster anew.
            reading = null;
        }
    }
}
