package dev.multihoming.multus.plugins;

import dev.multihoming.json.GoFields;
import dev.multihoming.json.Json;
import dev.multihoming.json.JsonArray;
import dev.multihoming.json.JsonMember;
import dev.multihoming.json.JsonNumber;
import dev.multihoming.json.JsonObject;
import dev.multihoming.multus.GoNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Which VLANs a plugin attaches pods to (facts C1, C5, C7, C12, C15).
///
/// @param key that says so; empty where its absence does
public record VlanUse(String key, long first, long last) {
    private static final long ALL = 4094;

    private static final Map<String, String> TAG = Map.of(
            "bridge", "vlan",
            "cnv-bridge", "vlan",
            "vlan", "vlanId",
            "sriov", "vlan",
            "ovs", "vlan",
            "ovn-k8s-cni-overlay", "vlanID");

    private static final Map<String, String> TRUNK =
            Map.of("bridge", "vlanTrunk", "cnv-bridge", "vlanTrunk", "ovs", "trunk");

    /// The key of the one VLAN that a plugin's port is in; empty for plugins that know no VLANs.
    public static Optional<String> key(String type) {
        return Optional.ofNullable(TAG.get(type));
    }

    /// The key of the VLANs that come tagged; empty for plugins that have none.
    public static Optional<String> trunkKey(String type) {
        return Optional.ofNullable(TRUNK.get(type));
    }

    /// All that its config asks for. Nothing for plugins that know no VLANs: a macvlan is in that of its master.
    public static List<VlanUse> of(String type, JsonObject plugin) {
        String tag = TAG.get(type);
        if (tag == null) {
            return List.of();
        }
        List<VlanUse> uses = new ArrayList<>();
        String trunkKey = TRUNK.getOrDefault(type, "");
        Optional<JsonArray> trunk = GoFields.list(plugin, trunkKey);
        trunk.ifPresent(list -> list.elements().forEach(entry -> trunk(trunkKey, entry, uses)));
        OptionalLong id = number(plugin, tag);
        if (id.isPresent()) {
            uses.add(new VlanUse(tag, id.getAsLong(), id.getAsLong()));
        } else if (trunk.isEmpty()) {
            // An Open vSwitch port without a tag carries every VLAN; any other one is untagged.
            uses.add(new VlanUse("", 0, type.equals("ovs") ? ALL : 0));
        }
        return uses;
    }

    private static void trunk(String key, Json entry, List<VlanUse> uses) {
        if (entry instanceof JsonObject object) {
            number(object, "id").ifPresent(id -> uses.add(new VlanUse(key, id, id)));
            OptionalLong min = number(object, "minID");
            OptionalLong max = number(object, "maxID");
            if (min.isPresent() && max.isPresent()) {
                uses.add(new VlanUse(key, min.getAsLong(), max.getAsLong()));
            }
        }
    }

    private static OptionalLong number(JsonObject object, String key) {
        return GoFields.set(object, key)
                .map(JsonMember::value)
                .filter(JsonNumber.class::isInstance)
                .map(value -> GoNumbers.whole((JsonNumber) value))
                .orElse(OptionalLong.empty());
    }
}
