package dev.multihoming.core.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a [MultiHomingExemption], written by one replica for all.
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExemptionStatus(
        @JsonPropertyDescription("The generation of the exemption that this is about.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Active, EndsSoon (within seven days) or Ended.") @Nullable
        String state,

        @JsonPropertyDescription(
                "When it ends in the last of its namespaces: a policy can let it end before spec.expires.")
        @Nullable
        String ends,

        @JsonPropertyDescription(
                "Active: whether it counts; AuthorSettable: whether authors can fit by the name they give.")
        @Nullable
        List<Condition> conditions)
        implements Serializable {}
