package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Facts A4: Multus takes it where the NAD's own resource gave no device.
@RuleCard(
        code = "MH119",
        name = "device-chosen",
        summary = "A pod names the device of the node that it is to be given.",
        law = "devices are given to pods by the kubelet, not chosen by them",
        why = """
                With `deviceID` in the annotation, Multus hands the plugin that device, whoever it was reserved for: another tenant's \
                virtual function, or the node's own network card.""",
        remedy = """
                Remove `deviceID`. A network with the annotation `k8s.v1.cni.cncf.io/resourceName` gives each pod a device that was \
                reserved for it.""",
        since = "0.1.0")
public final class DeviceChosen implements Rule<Pod> {
    @Override
    public List<Observation> find(Pod pod, Context context) {
        return Observation.ofEach(
                SelectedNetworks.judged(pod, context, NetworkSelection::deviceId),
                item -> !item.deviceId().isEmpty(),
                item -> new Observation(
                        SelectedNetworks.placeOf(item, pod),
                        "\"deviceID\" asks for the device " + Quoted.of(item.deviceId()),
                        "Remove \"deviceID\""));
    }
}
