package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.WebhookFields;
import dev.multihoming.tls.ServingKeys;
import dev.multihoming.tls.ServingPair;
import dev.multihoming.webhook.schedule.PeriodicTask;
import dev.multihoming.webhook.settings.Configuration;
import dev.multihoming.webhook.settings.SkewSafeClock;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Whether the API server still asks us what we ship it to ask. A webhook whose configuration was changed or deleted
/// hears nothing of it: no request is no error.
@ApplicationScoped
class DriftWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final ServingKeys keys;
    private final SkewSafeClock clock;
    private final RegisteredWebhooks webhooks;
    private volatile boolean distrusted;
    private volatile Registration registration = Registration.UNKNOWN;
    private final Map<String, Set<DriftAspect>> found = new ConcurrentHashMap<>();
    /// As shipped, by kind. Only the thread that looks reads it, when it first looks.
    private final Map<String, JsonNode> shipped = new HashMap<>();
    private final PeriodicTask task = new PeriodicTask("drift");

    DriftWatch(
            KubernetesClient client,
            Configuration configuration,
            MeterRegistry meters,
            ServingKeys keys,
            SkewSafeClock clock) {
        this.clock = clock;
        this.keys = keys;
        this.webhooks = new RegisteredWebhooks(client, configuration.namespace());
        for (String kind : RegisteredWebhooks.KINDS) {
            for (DriftAspect aspect : DriftAspect.values()) {
                Gauge.builder("multihoming.webhook.drift", () -> value(kind, aspect))
                        .description(
                                "1 where the registered webhook configuration differs from the one that is shipped;"
                                        + " no number until it could be read")
                        .tag("configuration", kind)
                        .tag("aspect", aspect.word())
                        .register(meters);
            }
        }
        Gauge.builder("multihoming.webhook.registered", this::registered)
                .description("1 if the webhooks are registered or meant to be; 0 between installation and"
                        + " registration; no number until that could be read")
                .register(meters);
    }

    void start(@Observes ClusterStart event) {
        task.start(this::look, ClusterStart.REST_AFTER, BETWEEN_LOOKS);
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    /// Whether some registered `caBundle`, as of the last look, does not lead to the certificate that was served then.
    /// Without any there is nothing to report: one may be about to be written.
    boolean isDistrusted() {
        return distrusted;
    }

    private List<X509Certificate> served() {
        return keys.inUse().map(ServingPair::chain).orElse(List.of());
    }

    /// Now, within the validity of the served certificate: that it has expired is another alert, and this machine's
    /// clock may be wrong.
    private Instant whileServed() {
        Instant now = clock.instant();
        return keys.inUse()
                .map(pair -> pair.isExpired(now)
                        ? pair.expiry()
                        : pair.isNotYetValid(now) ? pair.leaf().getNotBefore().toInstant() : now)
                .orElse(now);
    }

    /// Whether the API server is meant to ask us, as of the last look.
    Registration registration() {
        return registration;
    }

    private double registered() {
        return switch (registration) {
            case UNKNOWN -> Double.NaN;
            case NOT_YET -> 0;
            case REGISTERED -> 1;
        };
    }

    private double value(String kind, DriftAspect aspect) {
        Set<DriftAspect> drift = found.get(kind);
        if (drift == null) {
            return Double.NaN;
        }
        return drift.contains(aspect) ? 1 : 0;
    }

    private void look() {
        try {
            Map<String, JsonNode> registered = webhooks.configurations();
            note(Registration.of(webhooks.areMeant(), registered.values()));
            // After that: a pair is served only when its authority has been there for long enough.
            List<X509Certificate> served = served();
            Instant now = whileServed();
            distrusted = registered.values().stream().anyMatch(it -> WebhookTrust.contradicts(it, served, now));
            registered.forEach((kind, configuration) -> compare(kind, configuration, served, now));
        } catch (IOException | RuntimeException e) {
            // What was seen last stays: a watch of its own tells when the API server is gone. But no replica stays
            // unready for what may have changed since.
            distrusted = false;
            LOG.debugf(e, "The webhook configurations could not be read");
        }
    }

    private void note(Registration now) {
        if (now != registration) {
            switch (now) {
                case NOT_YET ->
                    LOG.info("Installed, not registered yet: the API server asks about nothing. bin/register"
                            + " registers the webhooks");
                case REGISTERED -> LOG.info("The webhooks are registered");
                case UNKNOWN -> {}
            }
            registration = now;
        }
    }

    private void compare(String kind, JsonNode configuration, List<X509Certificate> served, Instant now) {
        Set<DriftAspect> drift = registration == Registration.NOT_YET
                ? Set.of()
                : Drift.between(shipped.computeIfAbsent(kind, WebhookFields::shipped), configuration, served, now);
        Set<DriftAspect> before = found.put(kind, drift);
        if (!drift.isEmpty() && !drift.equals(before)) {
            LOG.warnf(
                    "The %s webhook configuration differs from what is shipped in: %s",
                    kind, drift.stream().map(DriftAspect::word).collect(Collectors.joining(", ")));
        }
    }
}
