package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.MacHandling;
import java.util.List;

/// Where an interface's hardware address comes from (node-behavior.md#cni-plugins, #mac-addresses).
final class MacSource {
    /// Of a plugin that is not known.
    private static final MacHandling NOT_KNOWN =
            new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.RANDOM);

    private MacSource() {}

    static String of(Plugin main, List<Plugin> chain, AttachmentRequest wanted) {
        String asked = asked(main, wanted);
        if (!asked.isEmpty() && !handling(main).takesRequests() && !isTuned(chain) && !isShared(main)) {
            // Not every plugin reads it; of these it is not known.
            return asked + " asked for";
        }
        if (isShared(main)) {
            // It cannot have one of its own (node-behavior.md#ipvlan).
            return asked.isEmpty() ? "its master's" : "its master's, not " + asked;
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        return chain.stream()
                .map(plugin -> GoFields.text(plugin.object(), "mac"))
                .filter(mac -> !mac.isEmpty())
                .reduce((_, last) -> last)
                .orElseGet(() -> unasked(main));
    }

    /// The bridge plugin reads three places, the last that is set wins: CNI_ARGS, `args.cni`, `runtimeConfig`; Multus
    /// fills the last one only where the config has the capability (node-behavior.md#mac-addresses).
    private static String asked(Plugin main, AttachmentRequest wanted) {
        String args = wanted.argsMac().isEmpty() ? argsMac(main.object()) : wanted.argsMac();
        boolean readsArgs = handling(main).request() == MacHandling.Request.TAKEN_ALSO_FROM_ARGS;
        boolean runtimeConfig = !wanted.mac().isEmpty() && hasCapability(main.object());
        return readsArgs && !args.isEmpty() && !runtimeConfig ? args : wanted.mac();
    }

    private static boolean isShared(Plugin main) {
        return handling(main).request() == MacHandling.Request.IMPOSSIBLE;
    }

    private static boolean isTuned(List<Plugin> chain) {
        return chain.stream()
                .anyMatch(plugin ->
                        KnownPlugins.isChained(plugin) && handling(plugin).takesRequests());
    }

    private static MacHandling handling(Plugin plugin) {
        return KnownPlugins.of(plugin).map(CniPlugin::mac).orElse(NOT_KNOWN);
    }

    private static String argsMac(JsonObject plugin) {
        return GoFields.object(plugin, "args")
                .flatMap(args -> GoFields.object(args, "cni"))
                .map(cni -> GoFields.text(cni, "mac"))
                .orElse("");
    }

    private static boolean hasCapability(JsonObject plugin) {
        return GoFields.object(plugin, "capabilities")
                .filter(capabilities -> GoFields.isTrue(capabilities, "mac"))
                .isPresent();
    }

    private static String unasked(Plugin main) {
        if (KnownPlugins.of(main).isEmpty()) {
            return Attachment.NOT_KNOWN;
        }
        return switch (handling(main).otherwise()) {
            case DEVICE -> "the device's own";
            case OVN -> "OVN's";
            case LINKS -> "its links'";
            // The kernel gives a VLAN of a link the address of that link.
            case MASTER -> "its master's";
            case RANDOM -> "random";
        };
    }
}
