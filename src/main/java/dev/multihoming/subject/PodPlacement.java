package dev.multihoming.subject;

import java.util.Map;

/// What of a pod's spec tells the scheduler which nodes can run it, as far as networks can need it.
///
/// @param requested how many of each extended resource its containers ask for together, by the resource's name; a
///     quantity that is no plain whole number counts as enough
/// @param first what the first container's `resources` look like
/// @param nodeSelector `spec.nodeSelector`; empty also where it is absent
/// @param hasNodeSelector whether it is there at all
public record PodPlacement(
        Map<String, Long> requested, Resources first, Map<String, String> nodeSelector, boolean hasNodeSelector) {
    /// More than any pod can need.
    public static final long ENOUGH = Integer.MAX_VALUE;

    /// Of a pod that says nothing, and of every object that is no pod.
    public static final PodPlacement NONE = new PodPlacement(Map.of(), Resources.NONE, Map.of(), false);

    public PodPlacement {
        requested = Map.copyOf(requested);
        nodeSelector = Map.copyOf(nodeSelector);
    }

    /// Which objects exist in a container, so that something can be added to them.
    public record Resources(boolean exists, boolean hasRequests, boolean hasLimits) {
        public static final Resources NONE = new Resources(false, false, false);
    }
}
