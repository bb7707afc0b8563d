package dev.multihoming.webhook.leader;

import dev.multihoming.webhook.certs.StoredPair;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one Secret that a self-managed certificate is kept in.
final class CertificateStore {
    private static final String SINCE = "multihoming.dev/served-since";
    private static final String AUTHORITIES = "ca.crt";
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";

    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    CertificateStore(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /// What was read, and of which version; `null` where there is no Secret.
    record Content(StoredPair pair, @Nullable Secret secret) {}

    Content read() {
        Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
        return new Content(
                secret == null
                        ? StoredPair.NOTHING
                        : new StoredPair(
                                text(secret, AUTHORITIES), text(secret, CERTIFICATE), text(secret, KEY), since(secret)),
                secret);
    }

    /// In place of what was read. Fails where another replica has written meanwhile.
    void write(Content before, StoredPair pair) {
        SecretBuilder builder = before.secret() == null
                ? new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .addToLabels("app.kubernetes.io/name", "multihoming-webhook")
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                : new SecretBuilder(before.secret());
        Secret secret = builder.editMetadata()
                .addToAnnotations(SINCE, pair.since().toString())
                .endMetadata()
                .withData(Map.of(
                        AUTHORITIES,
                        base64(pair.authorities()),
                        CERTIFICATE,
                        base64(pair.certificate()),
                        KEY,
                        base64(pair.key())))
                .build();
        var resource = client.secrets().inNamespace(namespace).resource(secret);
        if (before.secret() == null) {
            resource.create();
        } else {
            resource.lockResourceVersion(secret.getMetadata().getResourceVersion())
                    .update();
        }
    }

    private static Instant since(Secret secret) {
        Map<String, String> annotations = secret.getMetadata().getAnnotations();
        try {
            return Instant.parse(annotations == null ? "" : annotations.getOrDefault(SINCE, ""));
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    private static String text(Secret secret, String key) {
        Map<String, String> data = secret.getData();
        byte[] bytes = Base64.getDecoder().decode(data == null ? "" : data.getOrDefault(key, ""));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
