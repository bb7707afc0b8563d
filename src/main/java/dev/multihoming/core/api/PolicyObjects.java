package dev.multihoming.core.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/// Policies and exemptions as their authors write them, before any schema is held to them. A `null`
/// in a list, which the API server refuses, is left out.
public final class PolicyObjects {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP));

    private PolicyObjects() {}

    /// A policy.
    ///
    /// @throws JsonProcessingException where its fields have other types
    public static MultiHomingPolicy policy(JsonNode object) throws JsonProcessingException {
        return named(JSON.treeToValue(object, MultiHomingPolicy.class));
    }

    /// An exemption.
    ///
    /// @throws JsonProcessingException where its fields have other types
    public static MultiHomingExemption exemption(JsonNode object) throws JsonProcessingException {
        return named(JSON.treeToValue(object, MultiHomingExemption.class));
    }

    /// One whose name the API server has yet to make, or that lacks one, is called by what is known of it and `*`.
    private static <T extends HasMetadata> T named(T object) {
        if (object.getMetadata() == null) {
            object.setMetadata(new ObjectMeta());
        }
        ObjectMeta metadata = object.getMetadata();
        if (metadata.getName() == null || metadata.getName().isEmpty()) {
            String beginning = metadata.getGenerateName();
            metadata.setName(beginning == null ? "*" : beginning + "*");
        }
        return object;
    }
}
