package dev.multihoming.webhook.leader;

import dev.multihoming.core.api.ExemptionStatus;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.webhook.cluster.PolicyWatch;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;

/// What an exemption's status says.
final class ExemptionStatuses {
    static final String ACTIVE = "Active";
    static final String ENDS_SOON = "EndsSoon";
    static final String ENDED = "Ended";

    private ExemptionStatuses() {}

    /// `end` is when it ends in the last of its namespaces.
    static ExemptionStatus of(MultiHomingExemption resource, Exemption exemption, Instant end, Instant now) {
        List<Condition> before =
                resource.getStatus() == null ? null : resource.getStatus().conditions();
        boolean counts = now.isBefore(end);
        boolean soon = counts && !now.plusSeconds(PolicyWatch.SOON_SECONDS).isBefore(end);
        Condition active = counts
                ? Conditions.of(ACTIVE, true, "Counts", "It is active until " + end + ".", before, now)
                : Conditions.of(ACTIVE, false, ENDED, "It ended at " + end + " and has no effect.", before, now);
        Condition settable = exemption.isByNameForAnybody()
                ? Conditions.of(
                        "AuthorSettable",
                        true,
                        "ByName",
                        "Users who can create such objects are exempt if they choose a matching name.",
                        before,
                        now)
                : Conditions.of(
                        "AuthorSettable",
                        false,
                        "NotByName",
                        "Authors cannot match it by choosing a name.",
                        before,
                        now);
        String state = counts ? (soon ? ENDS_SOON : ACTIVE) : ENDED;
        return new ExemptionStatus(
                resource.getMetadata().getGeneration(), state, end.toString(), List.of(active, settable));
    }
}
