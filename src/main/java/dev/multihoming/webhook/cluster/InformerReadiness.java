package dev.multihoming.webhook.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the NADs are known, or that there can be none.
@Readiness
@ApplicationScoped
class InformerReadiness implements HealthCheck {
    private final KnownNetworks networks;

    InformerReadiness(KnownNetworks networks) {
        this.networks = networks;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("network-attachment-definitions")
                .status(networks.isReady())
                .withData("state", networks.description())
                .withData("known", networks.size())
                .withData("watching", networks.isWatching())
                .build();
    }
}
