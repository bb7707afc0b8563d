package dev.multihoming.webhook.leader;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/// Every certificate and every `caBundle` that the API server stored, by its resourceVersion, which orders
/// both. A state that is over before a test looks is in here, too.
final class StoredCertificates implements AutoCloseable {
    private final NavigableMap<Long, String> certificates = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, Integer> authorities = new ConcurrentSkipListMap<>();
    private final KubernetesClient client;

    private StoredCertificates(KubernetesClient client) {
        this.client = client;
    }

    static StoredCertificates watched(String kubeconfig) {
        StoredCertificates stored = new StoredCertificates(new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build());
        stored.client
                .secrets()
                .inNamespace("multihoming-system")
                .withName("multihoming-webhook-tls")
                .watch(new Changes<Secret>(stored::record));
        stored.client
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("multihoming-webhook")
                .watch(new Changes<ValidatingWebhookConfiguration>(stored::record));
        return stored;
    }

    /// Each is another one than that before it.
    NavigableMap<Long, String> certificates() {
        return certificates;
    }

    /// How many authorities were trusted since then.
    NavigableMap<Long, Integer> authorities() {
        return authorities;
    }

    private void record(Secret secret) {
        String certificate = secret.getData().getOrDefault("tls.crt", "");
        Map.Entry<Long, String> last = certificates.lastEntry();
        if (last == null || !last.getValue().equals(certificate)) {
            certificates.put(version(secret), certificate);
        }
    }

    private void record(ValidatingWebhookConfiguration configuration) {
        String bundle = Objects.requireNonNullElse(
                configuration.getWebhooks().getFirst().getClientConfig().getCaBundle(), "");
        String pem = new String(Base64.getDecoder().decode(bundle), StandardCharsets.US_ASCII);
        authorities.put(version(configuration), pem.split("BEGIN CERTIFICATE", -1).length - 1);
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    @Override
    public void close() {
        client.close();
    }

    private record Changes<T extends HasMetadata>(Consumer<T> record) implements Watcher<T> {
        @Override
        public void eventReceived(Action action, T object) {
            if (action == Action.ADDED || action == Action.MODIFIED) {
                record.accept(object);
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            // Fabric8 watches again by itself where it can; what is missed then fails the test.
        }
    }
}
