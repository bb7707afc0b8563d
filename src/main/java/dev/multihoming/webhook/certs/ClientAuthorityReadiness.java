package dev.multihoming.webhook.certs;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready while clients must show certificates and no client can be trusted.
@Readiness
@Singleton
final class ClientAuthorityReadiness implements HealthCheck {
    private final ClientCertificates configuration;
    private final ClientAuthorities authorities;

    ClientAuthorityReadiness(ClientCertificates configuration, ClientAuthorities authorities) {
        this.configuration = configuration;
        this.authorities = authorities;
    }

    @Override
    public HealthCheckResponse call() {
        boolean wanted = configuration.ca().isPresent();
        return HealthCheckResponse.named("client authorities")
                .status(!wanted || authorities.areKnown())
                .build();
    }
}
