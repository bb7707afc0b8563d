package dev.multihoming.webhook.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the policies are known, or that there can be none: nothing is judged by a policy that was not chosen.
@Readiness
@ApplicationScoped
class PolicyReadiness implements HealthCheck {
    private final PolicyWatch policies;

    PolicyReadiness(PolicyWatch policies) {
        this.policies = policies;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("multihoming-policies")
                .status(policies.isReady())
                .withData("known", policies.known())
                .build();
    }
}
