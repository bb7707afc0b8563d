package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;
import java.util.stream.Stream;

/// Which devices of the node a config takes into the pod by naming them (facts C7, C10 to C15).
///
/// Also where the network has a `resourceName`: Multus writes the device that the kubelet reserved over
/// `deviceID` and `pciBusID` only while there is one left (k8sclient.go, `getKubernetesDelegate`). With a
/// resource that has no devices, such as those of bridge-marker, or the second time in one pod, what is written
/// is taken.
///
/// @param key that names it
/// @param device as written
public record DeviceUse(String key, String device) {
    private static final List<String> KEYS = List.of("deviceID", "pciBusID");
    private static final String RUNTIME = "runtimeConfig";

    /// All of one plugin. Of a plugin that is not known, every key that could be meant.
    public static List<DeviceUse> of(CniConfig.Plugin plugin) {
        JsonObject object = plugin.object();
        String type = plugin.type();
        Stream<DeviceUse> written = KEYS.stream()
                .filter(key -> reads(type, key))
                .map(key -> new DeviceUse(key, GoFields.text(object, key)));
        return Stream.of(written, ofRuntime(type, object), ofBond(type, object))
                .flatMap(uses -> uses)
                .filter(use -> !use.device().isEmpty())
                .toList();
    }

    /// What stands there reaches the plugin unless a capability replaces it (libcni 1.3.0,
    /// `injectRuntimeConfig`). Of the known ones only host-device reads it (facts C7).
    private static Stream<DeviceUse> ofRuntime(String type, JsonObject object) {
        return type.equals("host-device") || KnownPlugins.of(type).isEmpty()
                ? GoFields.object(object, RUNTIME).stream()
                        .map(runtime -> new DeviceUse(RUNTIME + ".deviceID", GoFields.text(runtime, "deviceID")))
                : Stream.empty();
    }

    private static Stream<DeviceUse> ofBond(String type, JsonObject object) {
        return type.equals("bond") && BondPlugin.takesLinksOfTheNode(object)
                ? BondPlugin.links(object).map(name -> new DeviceUse("links", name))
                : Stream.empty();
    }

    private static boolean reads(String type, String key) {
        return KnownPlugins.of(type)
                .map(spec ->
                        spec.fields().stream().anyMatch(field -> field.key().equals(key)))
                .orElse(true);
    }
}
