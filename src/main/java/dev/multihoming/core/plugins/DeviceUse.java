package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;
import java.util.stream.Stream;

/// Which devices of the node a config takes into the pod by naming them (node-behavior.md#cni-plugins).
///
/// Also where the network has a `resourceName`: Multus writes the device that the kubelet reserved over
/// `deviceID` and `pciBusID` only while there is one left (k8sclient.go, `getKubernetesDelegate`). With a
/// resource that has no devices, such as those of bridge-marker, or the second time in one pod, what is written
/// is taken.
///
/// @param key that names it
/// @param device as written
public record DeviceUse(String key, String device) {
    static final List<String> KEYS = List.of("deviceID", "pciBusID");
    private static final String RUNTIME = "runtimeConfig";

    /// All of one plugin. Of a plugin that is not known, every key that could be meant.
    public static List<DeviceUse> of(CniConfig.Plugin plugin) {
        JsonObject config = plugin.object();
        return KnownPlugins.of(plugin)
                .map(known -> known.devices(config))
                .orElseGet(() -> Stream.concat(
                        KEYS.stream().map(key -> new DeviceUse(key, GoFields.text(config, key))), ofRuntime(config)))
                .filter(use -> !use.device().isEmpty())
                .toList();
    }

    static Stream<DeviceUse> ofRuntime(JsonObject config) {
        return GoFields.object(config, RUNTIME).stream()
                .map(runtime -> new DeviceUse(RUNTIME + ".deviceID", GoFields.text(runtime, "deviceID")));
    }
}
