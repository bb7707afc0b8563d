package dev.multihoming.core.plugins;

/// An interface of the pod that a plugin builds another one on.
public record PodLinkUse(How how, String name) {
    public enum How {
        /// `links` names it.
        LINKS,
        /// `master` names it.
        MASTER,
        /// `master` is absent: it has the pod's default route.
        DEFAULT_MASTER
    }
}
