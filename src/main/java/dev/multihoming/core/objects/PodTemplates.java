package dev.multihoming.core.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where an object of any kind holds templates of pods: an Argo Rollout has one, a RayCluster several.
public final class PodTemplates {
    private static final int DEEPEST = 12;

    /// Far more than any kind has.
    private static final int MOST = 100;

    private static final Set<String> DESCRIPTIONS = Set.of("CustomResourceDefinition", "ConstraintTemplate");

    private static final Set<String> NOT_DESIRED = Set.of("metadata", "status");

    private final List<String> paths = new ArrayList<>();

    private PodTemplates() {}

    /// The paths of what has containers in its `spec`, with indexes as steps, such as `spec.workers.0.template`.
    /// Not that of the object itself, and none through a key with a dot, which a path cannot tell.
    /// An object that describes others has none.
    public static List<String> paths(JsonNode object) {
        PodTemplates found = new PodTemplates();
        if (Deployers.isOne(object) || DESCRIPTIONS.contains(object.path("kind").asText())) {
            return found.paths;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!NOT_DESIRED.contains(member.getKey())) {
                found.look(member.getKey(), member.getValue(), 1);
            }
        }
        return found.paths;
    }

    private void look(String path, JsonNode value, int depth) {
        if (depth > DEEPEST || paths.size() == MOST) {
            return;
        }
        boolean isTemplate = depth > 1 && value.at("/spec/containers").isArray();
        if (isTemplate) {
            paths.add(path);
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!member.getKey().contains(".")) {
                look(path + "." + member.getKey(), member.getValue(), depth + 1);
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            look(path + "." + i, value.get(i), depth + 1);
        }
    }
}
