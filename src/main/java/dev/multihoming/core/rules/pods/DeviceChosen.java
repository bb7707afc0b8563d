package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// See node-behavior.md#json-elements: Multus takes it where the NAD's own resource gave no device.
@RuleCard(
        code = "MH119",
        name = "device-chosen",
        summary = "A pod chooses a device of the node itself.",
        requirement = "devices are given to pods by the kubelet, not chosen by them",
        why = """
                With `deviceID` in the annotation, Multus passes that device to the plugin, even if it is reserved \
                for another pod: another tenant's virtual function, or the node's own network card.""",
        remedy = """
                Remove `deviceID`. A network with the annotation `k8s.v1.cni.cncf.io/resourceName` gives each pod a device that was \
                reserved for it.""",
        since = "0.1.0")
public final class DeviceChosen implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.DEVICE)) {
            return List.of();
        }
        return Violation.ofEach(
                SelectedNetworks.judged(pod, context, NetworkSelection::deviceId),
                item -> !item.deviceId().isEmpty(),
                item -> new Violation(
                        SelectedNetworks.placeOf(item, pod),
                        "\"deviceID\" asks for the device " + Quoted.of(item.deviceId()),
                        "Remove \"deviceID\""));
    }
}
