package dev.multihoming.core.admission;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which resource an object of a manifest is written to, for the kinds that are reviewed.
public final class ReviewedKinds {
    public static final String NAD = "NetworkAttachmentDefinition";

    private static final Map<String, Resource> TABLE = table();

    private ReviewedKinds() {}

    private static Map<String, Resource> table() {
        Map<String, Resource> table = new HashMap<>();
        put(table, "Pod", new Resource("", "pods", ""));
        put(table, "Binding", new Resource("", "bindings", ""));
        put(table, NAD, Subjects.NADS);
        put(table, "Network", Subjects.OPERATOR);
        put(table, "MultiHomingPolicy", new Resource(PolicyReading.GROUP, PolicyReading.POLICIES, ""));
        put(table, "MultiHomingExemption", new Resource(PolicyReading.GROUP, PolicyReading.EXEMPTIONS, ""));
        TemplateShapes.WORKLOADS.forEach((resource, shape) -> put(table, shape.kind(), resource));
        TemplateShapes.MACHINES.forEach((resource, shape) -> put(table, shape.kind(), resource));
        return Map.copyOf(table);
    }

    private static void put(Map<String, Resource> table, String kind, Resource resource) {
        table.put(resource.group() + "/" + kind, resource);
    }

    /// Empty for what nobody here is asked about.
    public static Optional<Resource> resource(String apiVersion, String kind) {
        return Optional.ofNullable(TABLE.get(group(apiVersion) + "/" + kind));
    }

    /// The group of `apps/v1`; empty for the core group's `v1`.
    static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }
}
