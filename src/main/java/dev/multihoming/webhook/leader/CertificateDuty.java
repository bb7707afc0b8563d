package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import dev.multihoming.webhook.certs.Authorities;
import dev.multihoming.webhook.certs.Renewal;
import dev.multihoming.webhook.certs.SelfIssuer;
import dev.multihoming.webhook.certs.SelfManagedCertificate;
import dev.multihoming.webhook.cluster.WebhookTrust;
import dev.multihoming.webhook.schedule.PeriodicTask;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes and renews the certificate of a self-managed installation, and keeps `caBundle` what it has to be. By the API
/// server's clock, which is the one that certificates are verified by.
@ApplicationScoped
class CertificateDuty implements LeaderTask {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Logger LOG = Logger.getLogger(CertificateDuty.class);

    private final ApiPages api;
    private final CertificateStore store;
    private final CaBundles bundles;
    private final SelfManagedCertificate certificate;
    private final PeriodicTask task = new PeriodicTask("certificate");

    CertificateDuty(KubernetesClient client, Configuration configuration, SelfManagedCertificate certificate) {
        this.api = new ApiPages(client);
        this.store = new CertificateStore(client, configuration.namespace(), certificate.secret());
        this.bundles = new CaBundles(client);
        this.certificate = certificate;
    }

    @Override
    public void begin() {
        if (certificate.enabled()) {
            // Anew: what another leader had begun since then is in the Secret or nowhere.
            Renewal renewal =
                    new Renewal(new SelfIssuer(certificate.names(), certificate.validity()), certificate.overlap());
            task.start(() -> look(renewal), Duration.ZERO, BETWEEN_LOOKS);
        }
    }

    @Override
    public void end() {
        task.stop();
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    private void look(Renewal renewal) {
        try {
            long end = System.nanoTime() + TIME_BOX_NANOS;
            Instant now = api.time(end);
            Map<String, JsonNode> registered = registered(end);
            CertificateStore.Content stored = store.read();
            Renewal.Step step = renewal.next(stored.pair(), common(registered), now);
            for (Map.Entry<String, JsonNode> configuration : registered.entrySet()) {
                if (!WebhookTrust.isExactly(configuration.getValue(), step.trust())) {
                    bundles.write(configuration.getKey(), configuration.getValue(), step.trust());
                    LOG.infof("caBundle of the %s written", configuration.getKey());
                }
            }
            step.store().ifPresent(pair -> {
                store.write(stored, pair);
                LOG.info("The Secret of the serving certificate written");
            });
        } catch (IOException | KubernetesClientException e) {
            LOG.warnf("The serving certificate could not be looked after, and will be again: %s", e.getMessage());
        }
    }

    /// Those that are there, by their plurals.
    private Map<String, JsonNode> registered(long end) throws IOException {
        Map<String, JsonNode> registered = new LinkedHashMap<>();
        for (String plural : CaBundles.PLURALS) {
            try {
                registered.put(plural, api.get(CaBundles.path(plural), ApiPages.JSON, end));
            } catch (ApiStatusException e) {
                if (e.code() != HttpURLConnection.HTTP_NOT_FOUND) {
                    throw e;
                }
            }
        }
        return registered;
    }

    private static Optional<Authorities> common(Map<String, JsonNode> registered) {
        @Nullable Authorities common = null;
        for (JsonNode configuration : registered.values()) {
            Authorities its = WebhookTrust.common(configuration);
            common = common == null ? its : common.alsoIn(its);
        }
        return Optional.ofNullable(common);
    }
}
