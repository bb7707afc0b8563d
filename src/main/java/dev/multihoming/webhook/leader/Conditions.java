package dev.multihoming.webhook.leader;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conditions as Kubernetes wants them: the time of the last transition stays until the status changes.
final class Conditions {
    private Conditions() {}

    static Optional<Condition> find(@Nullable List<Condition> conditions, String type) {
        return conditions == null
                ? Optional.empty()
                : conditions.stream().filter(it -> it.getType().equals(type)).findFirst();
    }

    /// The condition now, after what it was `before`.
    static Condition of(
            String type, boolean holds, String reason, String message, @Nullable List<Condition> before, Instant now) {
        String status = holds ? "True" : "False";
        String since = find(before, type)
                .filter(it -> it.getStatus().equals(status))
                .map(Condition::getLastTransitionTime)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastTransitionTime(since)
                .build();
    }
}
