package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.objects.ApiGroup;
import java.util.Set;

/// Of the kinds that anything is said of, those that belong to no namespace.
final class ClusterScoped {
    private static final Set<String> KINDS = Set.of(
            "operator.openshift.io/Network",
            "k8s.ovn.org/ClusterUserDefinedNetwork",
            "multihoming.dev/MultiHomingPolicy",
            "multihoming.dev/MultiHomingExemption",
            "/Namespace");

    private ClusterScoped() {}

    static boolean is(JsonNode object) {
        String group = ApiGroup.of(object.path("apiVersion").asText());
        return KINDS.contains(group + "/" + object.path("kind").asText());
    }
}
