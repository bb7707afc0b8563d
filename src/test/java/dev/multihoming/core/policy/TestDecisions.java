package dev.multihoming.core.policy;

import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NetworkLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decisions of policies that say little.
public final class TestDecisions {
    private TestDecisions() {}

    /// Those, and nothing else; `null` for what it does not say.
    public static Decisions of(
            Map<String, Mode> rules, @Nullable Boolean enforceTemplates, @Nullable Integer exemptionDays) {
        return of(rules, null, NetworkLimits.NONE, enforceTemplates, exemptionDays);
    }

    /// Limits of networks, and nothing else.
    public static Decisions of(NetworkLimits limits) {
        return of(Map.of(), null, limits, null, null);
    }

    /// With a limit of networks for each pod.
    static Decisions perPod(Map<String, Mode> rules, @Nullable Integer networksPerPod) {
        return of(rules, networksPerPod, NetworkLimits.NONE, null, null);
    }

    private static Decisions of(
            Map<String, Mode> rules,
            @Nullable Integer networksPerPod,
            NetworkLimits limits,
            @Nullable Boolean enforceTemplates,
            @Nullable Integer exemptionDays) {
        return new Decisions(
                rules,
                null,
                null,
                null,
                DefaultsDecision.NONE,
                networksPerPod,
                limits,
                enforceTemplates,
                exemptionDays,
                null,
                null);
    }
}
