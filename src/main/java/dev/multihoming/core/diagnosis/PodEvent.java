package dev.multihoming.core.diagnosis;

import java.util.Set;

/// A warning that Kubernetes recorded of a pod.
///
/// @param time when it was last seen, as the API server writes it; empty where it does not tell
/// @param count how often it was seen, at least once
public record PodEvent(String reason, String message, String time, int count) {
    /// Of kubelet, the scheduler and Multus.
    private static final Set<String> ABOUT_NETWORKS =
            Set.of("FailedCreatePodSandBox", "FailedKillPod", "FailedScheduling", "NoNetworkFound");

    /// Whether networks can be its cause.
    public boolean canBeAboutNetworks() {
        return ABOUT_NETWORKS.contains(reason) || message.contains("plugin type=\"multus");
    }
}
