package dev.multihoming.core.subject;

import java.util.Map;

/// What of a pod's spec tells the scheduler which nodes can run it, as far as networks can need it.
///
/// Few networks need anything of a node, so this may be read only when it is asked for.
public interface PodPlacement {
    /// More than any pod can need.
    long ENOUGH = Integer.MAX_VALUE;

    /// Of a pod that says nothing, and of every object that is no pod.
    PodPlacement NONE = new Read(Map.of(), Resources.NONE, Map.of(), false);

    /// How many of each extended resource its containers ask for together, by the resource's name; a quantity
    /// that is no plain whole number counts as enough.
    Map<String, Long> requested();

    /// What the first container's `resources` look like.
    Resources first();

    /// `spec.nodeSelector`; empty also where it is absent.
    Map<String, String> nodeSelector();

    /// Whether it is there at all.
    boolean hasNodeSelector();

    /// One that is known.
    record Read(Map<String, Long> requested, Resources first, Map<String, String> nodeSelector, boolean hasNodeSelector)
            implements PodPlacement {
        public Read {
            requested = Map.copyOf(requested);
            nodeSelector = Map.copyOf(nodeSelector);
        }
    }

    /// Which objects exist in a container, so that something can be added to them.
    ///
    /// @param hasContainer whether there is a container at all; the API server refuses a pod without one
    record Resources(boolean hasContainer, boolean exists, boolean hasRequests, boolean hasLimits) {
        public static final Resources NONE = new Resources(false, false, false, false);
    }
}
