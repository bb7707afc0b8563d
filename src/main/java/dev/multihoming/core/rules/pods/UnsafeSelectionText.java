package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.PortMapping;
import dev.multihoming.core.plugins.SafeText;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// Only texts that Multus hands on as they stand, and that a plugin does not check.
/// See node-behavior.md#text-in-firewall-rules, #paths.
@RuleCard(
        code = "MH604",
        name = "unsafe-selection-text",
        summary = "A value in a pod's selection could change what other programs on the node do.",
        requirement = "a text that reaches another program or a path of the node must have a safe form",
        why = """
                Multus passes `portMappings` and `deviceID` to plugins that run as root. portmap writes `protocol` \
                and `hostIP` unchanged into the input of nftables: with a line break or a `;`, a user who can \
                create a pod can write any rule of the node's firewall. `deviceID` becomes part of a path below \
                `/sys`. No mode, policy or exemption weakens this rule.""",
        remedy = """
                Write `tcp`, `udp` or `sctp` as `protocol`, an IP address of the node as `hostIP` (or leave it out), and no `deviceID`.""",
        since = "0.1.0")
public final class UnsafeSelectionText implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.DEVICE)
                && !SelectedNetworks.ask(pod, context, Ask.PORT_MAPPINGS)
                && pod.annotations().defaultNetwork() == null) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (SelectionInForce selection : SelectionInForce.brought(pod, context, UnsafeSelectionText::texts)) {
            look(selection, pod, "deviceID", selection.item().deviceId(), SafeText.DEVICE, violations);
            for (PortMapping mapping : selection.item().portMappings()) {
                look(selection, pod, "protocol", mapping.protocol(), SafeText.PROTOCOL, violations);
                look(selection, pod, "hostIP", mapping.hostIp(), SafeText.HOST_IP, violations);
            }
        }
        return violations;
    }

    private static void look(
            SelectionInForce selection, Pod pod, String key, String text, SafeText form, List<Violation> violations) {
        if (!text.isEmpty()) {
            form.refusal(text)
                    .map(refusal -> new Violation(
                            selection.location(pod),
                            "\"%s\" is %s, which %s".formatted(key, Quoted.of(text), refusal),
                            "Write " + form.instead()))
                    .ifPresent(violations::add);
        }
    }

    private static Object texts(NetworkSelection item) {
        return item.portMappings().isEmpty()
                ? item.deviceId()
                : List.of(
                        item.deviceId(),
                        item.portMappings().stream()
                                .map(mapping -> List.of(mapping.protocol(), mapping.hostIp()))
                                .toList());
    }
}
