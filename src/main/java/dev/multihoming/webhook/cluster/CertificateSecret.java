package dev.multihoming.webhook.cluster;

import dev.multihoming.webhook.certs.CertificateIntake;
import dev.multihoming.webhook.certs.SelfManagedCertificate;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Secret of a self-managed certificate, taken up by every replica as soon as it changes. No other Secret is read.
@ApplicationScoped
class CertificateSecret {
    private final KubernetesClient client;
    private final String namespace;
    private final SelfManagedCertificate certificate;
    private final CertificateIntake intake;
    private @Nullable SharedIndexInformer<Secret> informer;

    CertificateSecret(
            KubernetesClient client,
            Configuration configuration,
            SelfManagedCertificate certificate,
            CertificateIntake intake) {
        this.client = client;
        this.namespace = configuration.namespace();
        this.certificate = certificate;
        this.intake = intake;
    }

    synchronized void start(@Observes @Priority(ClusterStart.NEEDED_BY_REVIEWS) ClusterStart event) {
        if (!certificate.enabled()) {
            return;
        }
        SharedIndexInformer<Secret> started = client.secrets()
                .inNamespace(namespace)
                .withName(certificate.secret())
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true)
                .addEventHandler(new Changes<>(
                        this::offer, _ -> intake.missing("the Secret " + certificate.secret() + " is gone")));
        informer = started;
        started.start();
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (informer != null) {
            informer.stop();
        }
    }

    private void offer(Secret secret) {
        intake.offer(bytes(secret, "tls.crt"), bytes(secret, "tls.key"));
    }

    private static byte[] bytes(Secret secret, String key) {
        Map<String, String> data = secret.getData();
        return data == null ? new byte[0] : Base64.getDecoder().decode(data.getOrDefault(key, ""));
    }
}
