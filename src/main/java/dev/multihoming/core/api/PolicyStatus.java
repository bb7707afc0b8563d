package dev.multihoming.core.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.multihoming.core.api.PolicySpec.RuleMode;
import io.fabric8.kubernetes.api.model.Condition;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of a [MultiHomingPolicy], written by one replica for all.
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyStatus(
        @JsonPropertyDescription("The generation of the policy that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("How many namespaces it governs.") @Nullable
        Integer namespaces,

        @JsonPropertyDescription("The namespaces it governs, by name; the first hundred.") @Nullable
        List<String> governs,

        @JsonPropertyDescription("The policies that take precedence in its namespaces.") @Nullable
        List<Shadow> shadowedBy,

        @JsonPropertyDescription(
                "The effect of each rule's findings where the policy governs, including what it extends.")
        @Nullable
        Map<String, RuleMode> rules,

        @JsonPropertyDescription(
                "InForce: whether it has an effect; SettableByTenants: whether labels of namespaces decide where.")
        @Nullable
        List<Condition> conditions)
        implements Serializable {
    /// Another policy, and in how many of this one's namespaces it governs.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Shadow(
            @JsonPropertyDescription("The policy that governs there.") @Nullable
            String policy,

            @JsonPropertyDescription("How many namespaces.") @Nullable
            Integer namespaces)
            implements Serializable {}
}
