package dev.multihoming.webhook.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready while the API server would hang up on our certificate: another replica may have a better one, and
/// a rollout must not go on.
@Readiness
@ApplicationScoped
class TrustReadiness implements HealthCheck {
    private final DriftWatch drift;

    TrustReadiness(DriftWatch drift) {
        this.drift = drift;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("trusted by the registered caBundle")
                .status(!drift.isDistrusted())
                .withData("webhooks", drift.registration().words())
                .build();
    }
}
