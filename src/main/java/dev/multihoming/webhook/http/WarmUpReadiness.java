package dev.multihoming.webhook.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready while the server still tries itself out: the first pods must not pay for a cold Java.
@Readiness
@Singleton
final class WarmUpReadiness implements HealthCheck {
    private final WarmUp warmUp;

    WarmUpReadiness(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up")
                .status(warmUp.isOver())
                .withData("reviews", warmUp.answered())
                .build();
    }
}
