package dev.multihoming.core.review;

import dev.multihoming.core.plugins.NodeHarm;

/// What a network does to nodes, for the people whose pods select it.
public final class HarmWording {
    private HarmWording() {}

    /// A clause about the network, with the rule that says more.
    public static String of(NodeHarm.Kind kind) {
        return switch (kind) {
            case PLUGIN_AS_IPAM -> "names a program for its addresses that starts itself again and again (MH601)";
            case UNSAFE_TEXT -> "has a text that changes what other programs of the node do (MH602)";
            case MULTUS_PANIC -> "has a config on which the node's plugins panic (MH603)";
            case NOT_READ -> "has a config that is larger or deeper than can be judged (MH904)";
        };
    }
}
