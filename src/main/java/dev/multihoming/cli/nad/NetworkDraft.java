package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.VlanSource;
import dev.multihoming.core.plugins.VlanUse;
import dev.multihoming.core.schema.FieldType;
import org.jspecify.annotations.Nullable;

/// A CNI config in the making.
public final class NetworkDraft {
    private final String type;
    private final PluginTable table;
    private final ObjectNode config = JsonNodeFactory.instance.objectNode();

    private NetworkDraft(String cniVersion, String name, String type) {
        this.type = type;
        this.table = PluginTable.ofPlugin(type);
        config.put("cniVersion", cniVersion).put("name", name).put("type", type);
    }

    /// Of that plugin type, for a NAD of that name.
    public static NetworkDraft of(String cniVersion, @Nullable String namespace, String name, String type) {
        if (KnownPlugins.of(type).filter(CniPlugin::identifiesNetworkByName).isEmpty()) {
            return new NetworkDraft(cniVersion, name, type);
        }
        // To OVN-Kubernetes the name is the network, in the whole cluster; and the config repeats whose it is
        // (node-behavior.md#ovn-k8s-cni-overlay).
        NetworkDraft draft = new NetworkDraft(cniVersion, namespace + "." + name, type);
        draft.config.put("netAttachDefName", namespace + "/" + name);
        return draft;
    }

    /// The config as it is now.
    public ObjectNode config() {
        return config.deepCopy();
    }

    String type() {
        return type;
    }

    /// Sets a field, typed by the plugin's table. A dot leads into an object: `ipam.gateway`.
    ///
    /// @throws BadDraft where the plugin has no such field, or no such value
    public void set(String path, String text) {
        String[] steps = path.split("\\.", -1);
        if (steps.length == 1) {
            config.set(path, TypedValue.of(path, table.type(path), text));
        } else if (steps[0].equals("ipam") && steps.length == 2) {
            inIpam(steps[1], text);
        } else {
            below(steps, path, text);
        }
    }

    private void inIpam(String key, String text) {
        ObjectNode ipam = object(config, "ipam");
        PluginTable addresses = PluginTable.ofIpam(ipam.path("type").asText());
        ipam.set(key, TypedValue.of("ipam." + key, addresses.type(key), text));
    }

    /// Further in than the table of the plugin itself: its structs say what stands there.
    private void below(String[] steps, String path, String text) {
        FieldType here = steps[0].equals("ipam") ? new FieldType.Any() : table.type(steps[0]);
        ObjectNode object = object(config, steps[0]);
        for (int i = 1; i < steps.length; i++) {
            here = inside(here, steps[i]);
            if (i < steps.length - 1) {
                object = object(object, steps[i]);
            }
        }
        object.set(steps[steps.length - 1], TypedValue.of(path, here, text));
    }

    private static FieldType inside(FieldType type, String key) {
        return switch (type) {
            case FieldType.Struct struct ->
                struct.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .findFirst()
                        .map(field -> field.type())
                        .orElse(new FieldType.Any());
            case FieldType.Mapping mapping -> mapping.value();
            case FieldType.Any _,
                    FieldType.Flag _,
                    FieldType.FlagOrWord _,
                    FieldType.Text _,
                    FieldType.Choice _,
                    FieldType.Formed _,
                    FieldType.Mtu _,
                    FieldType.Whole _,
                    FieldType.Listing _,
                    FieldType.FreeForm _ -> new FieldType.Any();
        };
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        JsonNode there = parent.get(key);
        if (there != null && !there.isObject()) {
            throw new BadDraft("%s is no object, nothing can be set in it".formatted(Quoted.of(key)));
        }
        return there == null ? parent.putObject(key) : (ObjectNode) there;
    }

    /// The VLAN, under the name that this plugin has for it.
    public void vlan(String id) {
        set(VlanUse.key(type).orElseThrow(() -> new BadDraft(noVlan())), id);
    }

    private String noVlan() {
        boolean isOfMaster = KnownPlugins.of(type)
                .filter(plugin -> plugin.vlanSource() == VlanSource.MASTER)
                .isPresent();
        return isOfMaster
                ? "%s knows no VLAN: it is in that of its master, so name a VLAN interface of the nodes, such as --master eth1.100"
                        .formatted(type)
                : type + " knows no VLAN";
    }

    /// VLANs that come tagged: ids and ranges, with commas between.
    public void trunk(String ids) {
        String key = VlanUse.trunkKey(type).orElseThrow(() -> new BadDraft(type + " has no trunk"));
        ArrayNode trunk = config.putArray(key);
        for (String part : ids.split(",", -1)) {
            String[] ends = part.strip().split("-", 2);
            ObjectNode entry = trunk.addObject();
            if (ends.length == 1) {
                entry.set("id", number(ends[0]));
            } else {
                entry.set("minID", number(ends[0]));
                entry.set("maxID", number(ends[1]));
            }
        }
    }

    private static JsonNode number(String text) {
        return TypedValue.of("--trunk", new FieldType.Whole(0, Long.MAX_VALUE), text.strip());
    }

    /// Where its addresses come from.
    public void addresses(AddressPlan plan) {
        if (KnownPlugins.of(type)
                .filter(plugin -> plugin.ipam() == IpamNeed.ASSIGNS_ITSELF)
                .isPresent()) {
            plan.ofOvn().forEach(this::set);
            return;
        }
        plan.ipam().ifPresent(ipam -> config.set("ipam", ipam));
        if (plan.isBroughtByPods()) {
            config.putObject("capabilities").put("ips", true);
        }
    }
}
