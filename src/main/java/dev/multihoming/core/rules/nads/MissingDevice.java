package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#host-device, #sriov, #ib-sriov, #macvtap. Only warns: the annotation can be added
/// later.
@RuleCard(
        code = "MH219",
        name = "missing-device",
        summary = "A network attaches a device, but does not say which one.",
        requirement = "a network of devices should say which device each pod gets",
        why = """
                `sriov`, `ib-sriov` and `macvtap` attach the device that the kubelet reserved for the pod. Multus \
                finds it by the annotation `k8s.v1.cni.cncf.io/resourceName` of the network. `host-device` can \
                also name the device itself. Without both, a pod attaches only if its selection has a `deviceID`.""",
        remedy =
                "Add the annotation `k8s.v1.cni.cncf.io/resourceName` with the name of the resource that the device plugin advertises.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingDevice implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context).filter(_ -> nad.resourceName().isEmpty()).stream()
                .flatMap(config -> config.plugins().stream()
                        .filter(MissingDevice::lacksDevice)
                        .map(plugin -> observe(config, plugin)))
                .toList();
    }

    private static boolean lacksDevice(CniConfig.Plugin plugin) {
        List<String> keys = KnownPlugins.of(plugin).map(CniPlugin::deviceKeys).orElse(List.of());
        if (keys.isEmpty()) {
            return false;
        }
        JsonObject object = plugin.object();
        boolean fromRuntime = GoFields.object(object, "runtimeConfig")
                .filter(runtime -> !GoFields.text(runtime, "deviceID").isEmpty())
                .isPresent();
        return !fromRuntime
                && keys.stream().allMatch(key -> GoFields.text(object, key).isEmpty());
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin plugin) {
        return new Violation(
                config.location(plugin.path(), plugin.object().start()),
                "nothing names the device of the %s plugin".formatted(Quoted.of(plugin.type())),
                "Add the annotation " + NodeNeeds.RESOURCE);
    }
}
