package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
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

    private static final VlanUse UNTAGGED = new VlanUse("", 0, 0);

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

    /// All that its config asks for. Nothing for plugins that know no VLANs: a macvlan is in its master's.
    public static List<VlanUse> of(String type, JsonObject plugin) {
        return switch (type) {
            case "bridge", "cnv-bridge" -> ofBridge(plugin);
            case "ovs" -> ofOvs(plugin);
            case "vlan", "sriov" -> List.of(tagged(type, plugin).orElse(UNTAGGED));
            case "ovn-k8s-cni-overlay" ->
                OvnOverlayPlugin.isLocalnet(plugin)
                        ? List.of(tagged(type, plugin).orElse(UNTAGGED))
                        : List.of();
            default -> List.of();
        };
    }

    /// Without a VLAN the port is untagged, beside a trunk too: there the plugin adds VLAN 1 untagged (1.9.1,
    /// `setupVeth`), which is where a bridge has its untagged frames unless its node says otherwise. With a
    /// VLAN, `preserveDefaultVlan` leaves the port in that of the untagged frames all the same.
    /// It hears them.
    private static List<VlanUse> ofBridge(JsonObject plugin) {
        List<VlanUse> uses = trunk("vlanTrunk", plugin);
        VlanUse own = tagged("bridge", plugin).orElse(UNTAGGED);
        uses.add(own);
        if (own.first() != 0 && GoFields.isTrue(plugin, "preserveDefaultVlan")) {
            uses.add(new VlanUse("preserveDefaultVlan", 0, 0));
        }
        return uses;
    }

    /// A trunk with an entry makes ovs-cni ignore `vlan`, one without is none, and with neither the port
    /// carries every VLAN (common.go, `ParseOvsPortConfig`). A trunk whose entries name none fails there
    /// (`SplitVlanIds`); as it leaves out no VLAN, it counts as all of them.
    private static List<VlanUse> ofOvs(JsonObject plugin) {
        boolean isTrunk = GoFields.list(plugin, "trunk")
                .filter(list -> !list.elements().isEmpty())
                .isPresent();
        List<VlanUse> uses = isTrunk
                ? trunk("trunk", plugin)
                : tagged("ovs", plugin).map(List::of).orElse(List.of());
        return uses.isEmpty() ? List.of(new VlanUse("", 0, ALL)) : uses;
    }

    private static Optional<VlanUse> tagged(String type, JsonObject plugin) {
        return key(type).flatMap(key -> {
            OptionalLong id = number(plugin, key);
            return id.isPresent() ? Optional.of(new VlanUse(key, id.getAsLong(), id.getAsLong())) : Optional.empty();
        });
    }

    private static List<VlanUse> trunk(String key, JsonObject plugin) {
        List<VlanUse> uses = new ArrayList<>();
        GoFields.list(plugin, key)
                .map(JsonArray::elements)
                .ifPresent(entries -> entries.forEach(entry -> trunk(key, entry, uses)));
        return uses;
    }

    /// Ends of 0 are no ends: ovs-cni passes over them, the bridge refuses them.
    private static void trunk(String key, Json entry, List<VlanUse> uses) {
        if (entry instanceof JsonObject object) {
            number(object, "id").ifPresent(id -> uses.add(new VlanUse(key, id, id)));
            long min = number(object, "minID").orElse(0);
            long max = number(object, "maxID").orElse(0);
            if (min > 0 && max > 0) {
                uses.add(new VlanUse(key, min, max));
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
