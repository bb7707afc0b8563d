package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.BandwidthLimits;
import dev.multihoming.core.plugins.IpsHandling;
import dev.multihoming.core.plugins.MacHandling;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Nothing fails on the node, and no event tells of it. See node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH129",
        name = "ignored-request",
        summary = "A pod requests an option that its network ignores.",
        requirement = "a network must be able to give what a pod requests",
        why = """
                Multus passes `ips`, `mac`, `infiniband-guid`, `portMappings` and `bandwidth` to the plugins of a network. A plugin that does not \
                read a request ignores it without an error: the pod runs with another address, or without the port or the limit.""",
        remedy = """
                Remove the request, or select a network whose plugins take it: `portMappings` needs a portmap plugin with \
                `"capabilities": {"portMappings": true}`, `bandwidth` a bandwidth plugin with `"capabilities": {"bandwidth": true}`, \
                `infiniband-guid` a plugin with `"capabilities": {"infinibandGUID": true}`.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class IgnoredRequest implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.ADDRESSES)
                && !SelectedNetworks.ask(pod, context, Ask.MAC)
                && !SelectedNetworks.ask(pod, context, Ask.GUID)
                && !SelectedNetworks.ask(pod, context, Ask.PORT_MAPPINGS)
                && !SelectedNetworks.ask(pod, context, Ask.BANDWIDTH)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (JoinedSelection selection : JoinedSelection.judged(pod, context, IgnoredRequest::requested)) {
            addresses(selection, pod, violations);
            mac(selection, pod, violations);
            NetworkSelection item = selection.item();
            if (!item.portMappings().isEmpty()) {
                capability(selection, pod, "portMappings", "portMappings", violations);
            }
            if (item.bandwidth().isPresent()) {
                capability(selection, pod, BandwidthLimits.CAPABILITY, BandwidthLimits.CAPABILITY, violations);
            }
            if (!item.infinibandGuid().isEmpty()) {
                capability(selection, pod, "infiniband-guid", "infinibandGUID", violations);
            }
        }
        return violations;
    }

    private static Object requested(NetworkSelection item) {
        return List.of(
                item.ips(),
                item.mac(),
                item.infinibandGuid(),
                PortMappings.of(item),
                item.bandwidth().isPresent());
    }

    private static void addresses(JoinedSelection selection, Pod pod, List<Violation> violations) {
        Addressing addressing = selection.abilities().addressing();
        if (addressing == null || selection.item().ips().isEmpty()) {
            return;
        }
        String ips = selection.item().ips().stream().map(Quoted::of).collect(Collectors.joining(", "));
        if (addressing.ips() == IpsHandling.IGNORED) {
            String why = addressing.isLayer2()
                    ? "has no IPAM plugin: the interface gets no address"
                    : "gets its addresses from " + addressing.plugin() + ", which ignores requests";
            observe(
                    selection,
                    pod,
                    "\"ips\" requests %s, and %s %s".formatted(ips, selection.network(), why),
                    "Remove \"ips\", or select a network with the IPAM plugin static or host-local",
                    violations);
        }
        if (addressing.ips() == IpsHandling.ADDED) {
            observe(
                    selection,
                    pod,
                    "\"ips\" requests %s, and %s adds it to an address of its pool: the interface gets two addresses, and another pod may get this one"
                            .formatted(ips, addressing.plugin()),
                    "Remove \"ips\", or select a network with the IPAM plugin static",
                    violations);
        }
    }

    private static void mac(JoinedSelection selection, Pod pod, List<Violation> violations) {
        NetworkAbilities abilities = selection.abilities();
        if (selection.item().mac().isEmpty() || abilities.mac() == null) {
            return;
        }
        boolean isImpossible = abilities.mac() == MacHandling.Request.IMPOSSIBLE;
        if (isImpossible || abilities.mac() == MacHandling.Request.IGNORED) {
            observe(
                    selection,
                    pod,
                    "\"mac\" requests %s, and %s %s"
                            .formatted(
                                    Quoted.of(selection.item().mac()),
                                    abilities.main(),
                                    isImpossible
                                            ? "gives the interface the address of its master"
                                            : "ignores the request"),
                    "Remove \"mac\"" + (isImpossible ? ", or select a macvlan network" : ""),
                    violations);
        }
    }

    private static void capability(
            JoinedSelection selection, Pod pod, String key, String capability, List<Violation> violations) {
        boolean isKnown = !selection.abilities().equals(NetworkAbilities.UNKNOWN);
        if (isKnown && !selection.abilities().capabilities().contains(capability)) {
            observe(
                    selection,
                    pod,
                    "\"%s\" is ignored: no plugin of %s has the capability %s"
                            .formatted(key, selection.network(), capability),
                    "Remove \"%s\", or add \"capabilities\": {\"%s\": true} to a plugin of the network that reads it"
                            .formatted(key, capability),
                    violations);
        }
    }

    private static void observe(
            JoinedSelection selection, Pod pod, String fact, String remedy, List<Violation> violations) {
        violations.add(new Violation(selection.location(pod), fact, remedy));
    }
}
