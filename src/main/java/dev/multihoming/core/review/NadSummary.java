package dev.multihoming.core.review;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import java.util.List;

/// What rules need to know of an existing NAD.
///
/// @param networkName the CNI config's `name`; empty where it has none, or one that is too long for a node
/// @param pluginTypes the plugins Multus would run, in order; empty where the config comes from the node's
///     file, cannot be read, or has more of them than anybody looks at
/// @param needs what its annotations ask of the pods' nodes
/// @param namesPodLinks whether it builds on other interfaces of the pod, whose names its config then repeats
/// @param isPrimary whether OVN-Kubernetes gives it to pods that do not select it (facts D6)
public record NadSummary(
        NadRef ref,
        String networkName,
        List<String> pluginTypes,
        NodeNeeds needs,
        boolean namesPodLinks,
        boolean isPrimary) {
    /// Of a network that runs on any node, builds on nothing in the pod, and is nobody's primary one.
    public NadSummary(NadRef ref, String networkName, List<String> pluginTypes) {
        this(ref, networkName, pluginTypes, NodeNeeds.NONE, false, false);
    }

    /// Of one whose config nobody can read.
    public static NadSummary unread(NadRef ref, NodeNeeds needs) {
        return new NadSummary(ref, "", List.of(), needs, false, false);
    }

    /// Far more than is admitted; one that was there before us is not read, as one without plugins.
    private static final int MAX_CONFIG = 512 * 1024;

    /// What a file may be called: libcni writes one by the network's name, and runs one by the plugin's. All NADs of a
    /// cluster are kept in memory, and their authors decide how long such names are.
    private static final int MAX_NAME = 255;

    private static final int MAX_PLUGINS = 256;

    /// Of a NAD with that `spec.config`, which is empty where it has none.
    public static NadSummary of(NadRef ref, String config, NodeNeeds needs) {
        if (config.isEmpty() || config.length() > MAX_CONFIG) {
            return unread(ref, needs);
        }
        CniConfig read = CniConfigReader.read(config);
        return new NadSummary(
                ref,
                networkName(read.document()),
                pluginTypes(read),
                needs,
                read.plugins().stream().anyMatch(KnownPlugins::namesPodLinks),
                read.plugins().stream().anyMatch(OvnOverlayPlugin::isPrimary));
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
