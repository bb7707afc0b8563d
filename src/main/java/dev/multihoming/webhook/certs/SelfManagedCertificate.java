package dev.multihoming.webhook.certs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// A certificate that the replicas make and renew themselves: they keep it in a Secret and write `caBundle`.
@ConfigMapping(prefix = "multihoming.self-managed-certificate")
public interface SelfManagedCertificate {
    /// Whether there is one. Else the certificate is found in two files.
    @WithDefault("false")
    boolean enabled();

    /// Its Secret, in the namespace this runs in.
    @WithDefault("multihoming-webhook-tls")
    String secret();

    /// The DNS names and IP addresses that it is for: what the API server calls.
    @WithDefault("multihoming-webhook.multihoming-system.svc")
    List<String> names();

    /// How long it is valid. It is renewed after two thirds of that.
    @WithDefault("90d")
    Duration validity();

    /// How long the authorities of the old and the new certificate are both trusted before the new one is served, and
    /// again before the old authority is forgotten: for API servers and replicas to hear of it.
    @WithDefault("30s")
    Duration overlap();
}
