package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ServingKeys;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready before there is a certificate to serve with.
@Readiness
@Singleton
final class CertificateReadiness implements HealthCheck {
    private final ServingKeys keys;

    CertificateReadiness(ServingKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("serving certificate")
                .status(keys.inUse().isPresent());
        keys.inUse()
                .ifPresent(pair -> response.withData("expires", pair.expiry().toString()));
        return response.build();
    }
}
