package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Which VLANs a plugin attaches pods to (node-behavior.md#cni-plugins).
///
/// @param key that says so; empty where its absence does
public record VlanUse(String key, long first, long last) {
    static final VlanUse UNTAGGED = new VlanUse("", 0, 0);

    static final long LAST = 4094;
    static final VlanUse ALL = new VlanUse("", 0, LAST);

    /// The key of the one VLAN that a plugin's port is in; empty for plugins that know no VLANs.
    public static Optional<String> key(String type) {
        return KnownPlugins.of(type).flatMap(CniPlugin::vlanKey);
    }

    /// The key of the VLANs that arrive tagged; empty for plugins that have none.
    public static Optional<String> trunkKey(String type) {
        return KnownPlugins.of(type).flatMap(CniPlugin::trunkKey);
    }

    /// All that its config asks for. Nothing for plugins that know no VLANs: a macvlan is in its master's.
    public static List<VlanUse> of(String type, JsonObject plugin) {
        return KnownPlugins.of(type).map(known -> known.vlans(plugin)).orElse(List.of());
    }

    /// Those of the links that the plugin is built on.
    public static List<VlanUse> ofLinks(CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin)
                .map(known -> known.vlansOfLinks(plugin.object()))
                .orElse(List.of());
    }

    /// `eth1.300` is VLAN 300, by the convention that [Segment] reads. Another link carries what is untagged,
    /// and up to `last` where the pod has the whole link.
    static VlanUse ofLink(LinkUse link, long last) {
        Segment segment = Segment.ofLink(link.name());
        long id = segment.vlans().getFirst().first();
        return new VlanUse(link.key(), id, segment.byConvention() ? id : last);
    }

    static Optional<VlanUse> tagged(String key, JsonObject plugin) {
        OptionalLong id = GoFields.whole(plugin, key);
        return id.isPresent() ? Optional.of(new VlanUse(key, id.getAsLong(), id.getAsLong())) : Optional.empty();
    }

    /// A list that can be added to.
    static List<VlanUse> trunk(String key, JsonObject plugin) {
        List<VlanUse> uses = new ArrayList<>();
        GoFields.list(plugin, key)
                .map(JsonArray::elements)
                .ifPresent(entries -> entries.forEach(entry -> trunk(key, entry, uses)));
        return uses;
    }

    /// Ends of 0 are no ends: ovs-cni passes over them, the bridge refuses them.
    private static void trunk(String key, Json entry, List<VlanUse> uses) {
        if (entry instanceof JsonObject object) {
            GoFields.whole(object, "id").ifPresent(id -> uses.add(new VlanUse(key, id, id)));
            long min = GoFields.whole(object, "minID").orElse(0);
            long max = GoFields.whole(object, "maxID").orElse(0);
            if (min > 0 && max > 0) {
                uses.add(new VlanUse(key, min, max));
            }
        }
    }
}
