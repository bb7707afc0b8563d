package dev.multihoming.core.policy;

import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NamingMode;
import dev.multihoming.core.review.NetworkLimits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the ready-made policy `strict` says. It stands in for a policy that another one extends and that cannot be
/// followed: the cluster's own policy of that name may be changed or missing, and the verdict must not depend on it. A
/// test compares it with the manifest.
final class Strict {
    private static final String THE_REST = "*";
    private static final Map<String, Mode> RULES = List.of(
                    "default-route-requested",
                    "default-route-taken",
                    "network-status-written",
                    "unverified-network",
                    "config-from-node",
                    "misplaced-annotation",
                    "misspelt-annotation",
                    "network-in-use",
                    "host-port-requested",
                    "host-port-in-config")
            .stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> Mode.ENFORCE));
    private static final int EXEMPTION_DAYS = 90;
    static final Decisions DECISIONS = new Decisions(
            RULES,
            Set.of(),
            null,
            NamingMode.REQUIRE,
            new DefaultsDecision(true, null, null, null, null),
            null,
            NetworkLimits.NONE,
            true,
            EXEMPTION_DAYS,
            null,
            null);

    private Strict() {}

    /// As the parent of a policy with those decisions. A `*` there is a mode for every rule: a policy that only audits
    /// must not deny because its parent comes later, or is gone.
    static Decisions under(Decisions own) {
        return own.rules().containsKey(THE_REST) ? DECISIONS.withRules(Map.of()) : DECISIONS;
    }
}
