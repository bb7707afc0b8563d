package dev.multihoming.core.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which object controls which, so that pods are counted under the workload that a person applied.
public final class OwnerChains {
    private final Map<ObjectRef, ObjectRef> controllers = new HashMap<>();

    /// One link of a chain.
    public void add(ObjectRef object, ObjectRef controller) {
        controllers.put(object, controller);
    }

    /// The controller at the top, as far as its chain is known; the object itself where there is none. Any author can
    /// write owners that name each other in a circle: then it is one of them.
    public ObjectRef top(ObjectRef object) {
        Set<ObjectRef> seen = new HashSet<>();
        ObjectRef top = object;
        while (controllers.containsKey(top) && seen.add(top)) {
            top = controllers.getOrDefault(top, top);
        }
        return top;
    }
}
