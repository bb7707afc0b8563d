package dev.multihoming.core.policy;

import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NamingMode;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a policy says; `null` where it leaves a thing to the policy it extends, or to the built-in one.
///
/// @param rules by code or name, or `*` for all that are not named; what is not in it stays as it is
/// @param allowedForeignReferences replaces those of the policy below
/// @param sharedSegments replaces those of the policy below
/// @param networkLimits each replaces that of the policy below
/// @param exemptionDays how long an exemption counts at most, from its creation
/// @param owner who is responsible for the policy; denials say so
/// @param contact where to ask
public record Decisions(
        Map<String, Mode> rules,
        @Nullable Set<String> allowedForeignReferences,
        @Nullable SegmentList sharedSegments,
        @Nullable NamingMode interfaceNaming,
        DefaultsDecision networkDefaults,
        @Nullable Integer networksPerPod,
        NetworkLimits networkLimits,
        @Nullable Boolean enforceTemplates,
        @Nullable Integer exemptionDays,
        @Nullable String owner,
        @Nullable String contact) {
    public static final Decisions NONE = new Decisions(
            Map.of(), null, null, null, DefaultsDecision.NONE, null, NetworkLimits.NONE, null, null, null, null);

    public Decisions {
        rules = Map.copyOf(rules);
        allowedForeignReferences = allowedForeignReferences == null ? null : Set.copyOf(allowedForeignReferences);
    }

    /// This policy where it says something, else the one below. Rules one by one: a rule that is named below stays so,
    /// also under a `*` of this one.
    Decisions over(Decisions below) {
        Map<String, Mode> merged = new HashMap<>(below.rules);
        merged.putAll(rules);
        return new Decisions(
                merged,
                or(allowedForeignReferences, below.allowedForeignReferences),
                or(sharedSegments, below.sharedSegments),
                or(interfaceNaming, below.interfaceNaming),
                networkDefaults.over(below.networkDefaults),
                or(networksPerPod, below.networksPerPod),
                networkLimits.over(below.networkLimits),
                or(enforceTemplates, below.enforceTemplates),
                or(exemptionDays, below.exemptionDays),
                or(owner, below.owner),
                or(contact, below.contact));
    }

    /// The same with other modes.
    Decisions withRules(Map<String, Mode> others) {
        return new Decisions(
                others,
                allowedForeignReferences,
                sharedSegments,
                interfaceNaming,
                networkDefaults,
                networksPerPod,
                networkLimits,
                enforceTemplates,
                exemptionDays,
                owner,
                contact);
    }

    Settings applyTo(Settings settings) {
        return settings.under(
                networksPerPod,
                allowedForeignReferences,
                sharedSegments,
                interfaceNaming,
                networkDefaults.applyTo(settings.networks().defaults()),
                networkLimits,
                enforceTemplates);
    }

    static <T> @Nullable T or(@Nullable T own, @Nullable T below) {
        return own != null ? own : below;
    }
}
