package dev.multihoming.core.review;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressFamilies;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.topology.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What rules need to know of an existing NAD.
///
/// @param networkName the CNI config's `name`; empty where it has none, or one that is too long for a node
/// @param pluginTypes the plugins Multus would run, in order; empty where the config comes from the node's
///     file, cannot be read, or has more of them than are read
/// @param needs what its annotations ask of the pods' nodes
/// @param namesPodLinks whether it builds on other interfaces of the pod, whose names its config then repeats
/// @param harm in which way its config harms the nodes of its pods; `null` where it does not
/// @param panicsOnSysctlInArgs whether a plugin panics where a pod brings a `sysctl` in its `cni-args`
/// @param families of the addresses that its pods get
/// @param isPrimary whether OVN-Kubernetes gives it to pods that do not select it
///     (node-behavior.md#ovn-kubernetes-primary-networks)
/// @param abilities what it can give to a selection
/// @param network what is seen of it beside other networks; `null` where its segment is not known
public record NadSummary(
        NadRef ref,
        String networkName,
        List<String> pluginTypes,
        NodeNeeds needs,
        boolean namesPodLinks,
        NodeHarm.@Nullable Kind harm,
        boolean panicsOnSysctlInArgs,
        AddressFamilies families,
        boolean isPrimary,
        NetworkAbilities abilities,
        @Nullable Network network) {
    /// Of a network that runs on any node, builds on nothing in the pod, and is not primary.
    public NadSummary(NadRef ref, String networkName, List<String> pluginTypes) {
        this(
                ref,
                networkName,
                pluginTypes,
                NodeNeeds.NONE,
                false,
                null,
                false,
                AddressFamilies.UNKNOWN,
                false,
                NetworkAbilities.UNKNOWN,
                null);
    }

    /// Whether it is the network of that name to that plugin of OVN-Kubernetes, however the name is spelt.
    public boolean isNetwork(String pluginType, String name) {
        return pluginTypes.contains(pluginType)
                && OvnOverlayPlugin.logicalName(networkName).equals(OvnOverlayPlugin.logicalName(name));
    }

    /// Of one whose config could not be read.
    ///
    /// @param harm how that is judged; `null` where it has no config
    public static NadSummary unread(NadRef ref, NodeNeeds needs, NodeHarm.@Nullable Kind harm) {
        return new NadSummary(
                ref,
                "",
                List.of(),
                needs,
                false,
                harm,
                false,
                AddressFamilies.UNKNOWN,
                false,
                NetworkAbilities.UNKNOWN,
                null);
    }

    /// Far more than is admitted. One that was there before us is not read, and not used either.
    private static final int MAX_CONFIG = 512 * 1024;

    /// What a file may be called: libcni writes one by the network's name, and runs one by the plugin's. All NADs of a
    /// cluster are kept in memory, and their authors decide how long such names are.
    private static final int MAX_NAME = 255;

    private static final int MAX_PLUGINS = 256;

    /// Of a NAD with that `spec.config`, which is empty where it has none.
    public static NadSummary of(NadRef ref, String config, NodeNeeds needs) {
        if (config.isEmpty()) {
            return unread(ref, needs, null);
        }
        if (config.length() > MAX_CONFIG) {
            return unread(ref, needs, NodeHarm.Kind.NOT_READ);
        }
        CniConfig read = CniConfigReader.read(config);
        String resource = needs.resource().orElse("");
        return new NadSummary(
                ref,
                networkName(read.document()),
                pluginTypes(read),
                needs,
                read.plugins().stream().anyMatch(KnownPlugins::namesPodLinks),
                NodeHarm.firstOf(config, read),
                NodeHarm.isOnSysctlInArgs(read),
                AddressFamilies.of(read),
                read.plugins().stream().anyMatch(OvnOverlayPlugin::isPrimary),
                NetworkAbilities.of(read, resource),
                Network.of(ref, read, resource).ifOnSegment());
    }

    private static String networkName(Parsed<JsonObject> document) {
        return switch (document) {
            case Parsed.Ok<JsonObject>(JsonObject config) ->
                GoKeys.winner(config, "name")
                        .map(JsonMember::value)
                        .map(name -> name instanceof JsonString text ? text.value() : "")
                        .filter(name -> name.length() <= MAX_NAME)
                        .orElse("");
            case Parsed.Malformed<JsonObject> _ -> "";
        };
    }

    private static List<String> pluginTypes(CniConfig config) {
        return config.plugins().stream()
                .map(CniConfig.Plugin::type)
                .filter(type -> !type.isEmpty() && type.length() <= MAX_NAME)
                .limit(MAX_PLUGINS)
                .toList();
    }

    public NadSummary {
        pluginTypes = List.copyOf(pluginTypes);
    }
}
