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
        @JsonPropertyDescription("The generation of the exemption that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Active, EndsSoon (within seven days) or Ended.") @Nullable
        String state,

        @JsonPropertyDescription("When it ends in the last of its namespaces: a policy can end it before spec.expires.")
        @Nullable
        String ends,

        @JsonPropertyDescription(
                "Active: whether it has an effect; AuthorSettable: whether authors can match it by the name they choose.")
        @Nullable
        List<Condition> conditions)
        implements Serializable {}
