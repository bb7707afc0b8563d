package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.manifest.Manifest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which object controls which, so that pods are counted under the workload that a person applied.
final class Owners {
    private final Map<ObjectName, ObjectName> controllers = new HashMap<>();

    /// Pods own nothing, and there are many of them.
    void add(Manifest manifest) {
        if (!manifest.kind().equals("Pod")) {
            ObjectName.controllerOf(manifest)
                    .ifPresent(controller -> controllers.put(ObjectName.of(manifest), controller));
        }
    }

    /// The controller at the top, as far as its chain is known; the object itself where there is none.
    ObjectName top(ObjectName object) {
        Set<ObjectName> seen = new HashSet<>();
        ObjectName top = object;
        while (controllers.containsKey(top) && seen.add(top)) {
            top = controllers.getOrDefault(top, top);
        }
        return top;
    }
}
