package dev.multihoming.core.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// Kinds that deploy manifests from another place. What looks like an object in them is a value for those manifests.
public final class Deployers {
    private static final Map<String, Set<String>> KINDS = Map.of(
            "argoproj.io", Set.of("Application", "ApplicationSet"),
            "helm.toolkit.fluxcd.io", Set.of("HelmRelease"),
            "kustomize.toolkit.fluxcd.io", Set.of("Kustomization"),
            "helm.cattle.io", Set.of("HelmChart", "HelmChartConfig"),
            "fleet.cattle.io", Set.of("GitRepo", "Bundle"));

    private Deployers() {}

    public static boolean isOne(JsonNode object) {
        return KINDS.getOrDefault(ApiGroup.of(object.path("apiVersion").asText()), Set.of())
                .contains(object.path("kind").asText());
    }
}
