package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.Set;

/// Where an interface's hardware address comes from (facts A4, C1, C4 to C10).
final class MacSource {
    private static final String OWN = "the device's own";

    private static final Set<String> TAKES_REQUESTS =
            Set.of("bridge", "cnv-bridge", "macvlan", "tap", "sriov", "ovs", "ovn-k8s-cni-overlay");

    private MacSource() {}

    static String of(Plugin main, List<Plugin> chain, Wanted wanted) {
        String asked = asked(main, wanted);
        if (!asked.isEmpty() && !TAKES_REQUESTS.contains(main.type()) && !isTuned(chain) && !isShared(main)) {
            // Not every plugin listens; of these nobody here knows.
            return asked + " asked for";
        }
        if (isShared(main)) {
            // It cannot have one of its own (facts C5).
            return asked.isEmpty() ? "its master's" : "its master's, not " + asked;
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        return chain.stream()
                .map(plugin -> GoFields.text(plugin.object(), "mac"))
                .filter(mac -> !mac.isEmpty())
                .reduce((_, last) -> last)
                .orElseGet(() -> unasked(main.type()));
    }

    /// The bridge plugin reads three places, the last that is set wins: CNI_ARGS, `args.cni`, `runtimeConfig`; Multus
    /// fills the last one only where the config has the capability (facts C1).
    private static String asked(Plugin main, Wanted wanted) {
        String args = wanted.argsMac().isEmpty() ? argsMac(main.object()) : wanted.argsMac();
        boolean isBridge = main.type().equals("bridge") || main.type().equals("cnv-bridge");
        boolean runtimeConfig = !wanted.mac().isEmpty() && hasCapability(main.object());
        return isBridge && !args.isEmpty() && !runtimeConfig ? args : wanted.mac();
    }

    private static boolean isShared(Plugin main) {
        return main.type().equals("ipvlan");
    }

    private static boolean isTuned(List<Plugin> chain) {
        return chain.stream().map(Plugin::type).anyMatch(type -> type.equals("tuning") || type.equals("cnv-tuning"));
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

    private static String unasked(String type) {
        return switch (type) {
            case "host-device", "sriov", "ib-sriov" -> OWN;
            case "ovn-k8s-cni-overlay" -> "OVN's";
            case "bond" -> "its links'";
            // The kernel gives a VLAN of a link the address of that link.
            case "vlan" -> "its master's";
            default -> KnownPlugins.of(type).isPresent() ? "random" : Attachment.NOT_KNOWN;
        };
    }
}
