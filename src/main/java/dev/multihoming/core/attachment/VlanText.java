package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.VlanSource;
import dev.multihoming.core.plugins.VlanUse;
import java.util.List;
import java.util.stream.Collectors;

/// In which VLANs an interface is (node-behavior.md#bridge, #vlan-and-spoof-check-keys).
final class VlanText {
    private static final long ALL = 4094;

    private VlanText() {}

    static String of(Plugin plugin) {
        String type = plugin.type();
        List<VlanUse> uses = VlanUse.of(type, plugin.object());
        VlanSource source = KnownPlugins.of(type).map(CniPlugin::vlanSource).orElse(VlanSource.CONFIG);
        return switch (source) {
            case MASTER -> "its master's";
            case LINKS -> "its links'";
            case DEVICE -> uses.stream().allMatch(use -> use.key().isEmpty()) ? "as the device has it" : words(uses);
            case CONFIG -> uses.isEmpty() ? without(type) : words(uses);
        };
    }

    private static String without(String type) {
        return KnownPlugins.of(type).isPresent() ? Attachment.NONE : Attachment.NOT_KNOWN;
    }

    private static String words(List<VlanUse> uses) {
        return uses.stream().map(VlanText::words).collect(Collectors.joining(", "));
    }

    private static String words(VlanUse use) {
        if (use.last() == 0) {
            return "untagged";
        }
        if (use.first() == 0 && use.last() == ALL) {
            return "all";
        }
        String trunk = use.key().toLowerCase(java.util.Locale.ROOT).contains("trunk") ? "trunk " : "";
        return trunk + (use.first() == use.last() ? "" + use.first() : use.first() + "-" + use.last());
    }
}
