package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.webhook.certs.ServingKeys;
import dev.multihoming.webhook.certs.ServingPair;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Whether the API server still asks us what we ship it to ask. A webhook whose configuration was changed or deleted
/// hears nothing of it: no request is no error.
@ApplicationScoped
class DriftWatch {
    private static final long SECONDS_BETWEEN_LOOKS = 30;
    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String NAME = "multihoming-webhook";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private static final List<Registered> CONFIGURATIONS = List.of(
            new Registered("validating", "validatingwebhookconfigurations"),
            new Registered("mutating", "mutatingwebhookconfigurations"));

    private final ServingKeys keys;
    private final ApiPages api;
    private volatile boolean distrusted;
    private final Map<String, Set<DriftAspect>> found = new ConcurrentHashMap<>();
    /// As shipped, by kind. Only the thread that looks reads it, when it first looks.
    private final Map<String, JsonNode> shipped = new HashMap<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());

    DriftWatch(KubernetesClient client, MeterRegistry meters, ServingKeys keys) {
        this.keys = keys;
        this.api = new ApiPages(client);
        for (Registered configuration : CONFIGURATIONS) {
            for (DriftAspect aspect : DriftAspect.values()) {
                Gauge.builder("multihoming.webhook.drift", () -> value(configuration, aspect))
                        .description(
                                "1 where the registered webhook configuration differs from the one that is shipped;"
                                        + " no number until it could be read")
                        .tag("configuration", configuration.kind())
                        .tag("aspect", aspect.word())
                        .register(meters);
            }
        }
    }

    private record Registered(String kind, String plural) {}

    void start(@Observes ClusterStart event) {
        var _ = thread.scheduleWithFixedDelay(
                this::look, ClusterStart.REST_AFTER_SECONDS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /// Whether some registered `caBundle`, as of the last look, does not lead to the certificate that was served then.
    /// Without any it is not for us to say: somebody may be about to put one in.
    boolean isDistrusted() {
        return distrusted;
    }

    private List<X509Certificate> served() {
        return keys.inUse().map(ServingPair::chain).orElse(List.of());
    }

    private double value(Registered configuration, DriftAspect aspect) {
        Set<DriftAspect> drift = found.get(configuration.kind());
        if (drift == null) {
            return Double.NaN;
        }
        return drift.contains(aspect) ? 1 : 0;
    }

    private void look() {
        boolean contradicted = false;
        for (Registered configuration : CONFIGURATIONS) {
            try {
                JsonNode registered = registered(configuration);
                // After that: a pair is served only when its authority has been there for long enough.
                List<X509Certificate> served = served();
                contradicted |= WebhookTrust.contradicts(registered, served);
                Set<DriftAspect> drift = Drift.between(
                        shipped.computeIfAbsent(configuration.kind(), DriftWatch::shipped), registered, served);
                Set<DriftAspect> before = found.put(configuration.kind(), drift);
                if (!drift.isEmpty() && !drift.equals(before)) {
                    LOG.warnf(
                            "The %s webhook configuration differs from what is shipped in: %s",
                            configuration.kind(),
                            drift.stream().map(DriftAspect::word).collect(Collectors.joining(", ")));
                }
            } catch (IOException | RuntimeException e) {
                // What was seen last stays: a watch of its own tells when the API server is gone.
                LOG.debugf(e, "The %s webhook configuration could not be read", configuration.kind());
            }
        }
        distrusted = contradicted;
    }

    private JsonNode registered(Registered configuration) throws IOException {
        try {
            return api.get(
                    "apis/admissionregistration.k8s.io/v1/" + configuration.plural() + "/" + NAME,
                    ApiPages.JSON,
                    System.nanoTime() + TIME_BOX_NANOS);
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }

    private static JsonNode shipped(String kind) {
        try (InputStream file = DriftWatch.class.getResourceAsStream("/webhook-config/" + kind + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("the webhook configuration is not in the jar");
            }
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
