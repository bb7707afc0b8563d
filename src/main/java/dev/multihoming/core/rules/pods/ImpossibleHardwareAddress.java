package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.RequestedAddress;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// See node-behavior.md#mac-addresses. Not MH101: Multus reads the annotation, it is the plugin that fails.
@RuleCard(
        code = "MH123",
        name = "impossible-hardware-address",
        summary = "A pod requests a hardware address that no interface can have.",
        requirement = "an interface must be able to have the hardware address that is asked for",
        why = """
                Multus only checks the format of `mac` and `infiniband-guid`. Linux rejects a multicast address \
                (the first byte is odd), an address of zeros, and an address of the wrong length; the plugin \
                fails, and the pod stays in ContainerCreating. A `mac` of 20 bytes, as IP over InfiniBand has it, \
                is left to the plugin.""",
        remedy = """
                Write a unicast address of six bytes as `mac` (the first byte even, such as `02:00:00:00:00:01`), and one of eight bytes \
                as `infiniband-guid`. Without the key the interface gets an address of its own.""",
        since = "0.1.0")
public final class ImpossibleHardwareAddress implements Rule<Pod> {
    private static final String MAC = "a unicast address of six bytes, such as \"02:00:00:00:00:01\"";
    private static final String GUID = "eight bytes, such as \"02:00:00:00:00:00:00:01\"";

    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.MAC) && !SelectedNetworks.ask(pod, context, Ask.GUID)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item :
                SelectedNetworks.judged(pod, context, item -> List.of(item.mac(), item.infinibandGuid()))) {
            if (item.mac().isEmpty() && item.infinibandGuid().isEmpty()) {
                continue;
            }
            RequestedAddress.macRefusal(item.mac())
                    .map(refusal -> observe(item, pod, "mac", item.mac(), refusal, MAC))
                    .ifPresent(violations::add);
            RequestedAddress.guidRefusal(item.infinibandGuid())
                    .map(refusal -> observe(item, pod, "infiniband-guid", item.infinibandGuid(), refusal, GUID))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static Violation observe(
            NetworkSelection item, Pod pod, String key, String value, String refusal, String instead) {
        return new Violation(
                SelectedNetworks.placeOf(item, pod),
                "\"%s\" is %s, which %s".formatted(key, Quoted.of(value), refusal),
                "Write %s, or remove \"%s\"".formatted(instead, key));
    }
}
