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
        return of(rules, NetworkLimits.NONE, enforceTemplates, exemptionDays);
    }

    /// Limits, and nothing else.
    public static Decisions of(NetworkLimits limits) {
        return of(Map.of(), limits, null, null);
    }

    private static Decisions of(
            Map<String, Mode> rules,
            NetworkLimits limits,
            @Nullable Boolean enforceTemplates,
            @Nullable Integer exemptionDays) {
        return new Decisions(
                rules,
                null,
                null,
                null,
                DefaultsDecision.NONE,
                null,
                limits,
                enforceTemplates,
                exemptionDays,
                null,
                null);
    }
}
