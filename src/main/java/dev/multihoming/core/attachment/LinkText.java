package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.KnownPlugins;

/// What an interface is connected to (node-behavior.md#cni-plugins).
final class LinkText {
    private LinkText() {}

    /// `device` is what the pod asks for; Multus prefers what `resource` gave it.
    static String of(Plugin plugin, String resource, String device) {
        return KnownPlugins.of(plugin)
                .flatMap(known -> known.peer(plugin.object(), resource, device))
                .map(peer -> peer.isEmpty() ? Attachment.NONE : peer)
                .orElse(Attachment.NOT_KNOWN);
    }
}
