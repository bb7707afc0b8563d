package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.LinkMac;
import dev.multihoming.core.multus.RequestedAddress;
import dev.multihoming.core.plugins.MacHandling;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What no interface at all can have is MH123's. See node-behavior.md#mac-addresses, #objects-in-combination.
@RuleCard(
        code = "MH130",
        name = "impossible-mac-request",
        summary = "A pod requests a MAC address that the plugin of its network cannot set.",
        requirement = "the plugin of the network must be able to set the MAC address that a pod requests",
        why = """
                A bridge, macvlan or tap interface has an address of six bytes; one of 20 bytes is for IP over InfiniBand. The bridge plugin also \
                reads `mac` of `cni-args`. Two macvlan interfaces of one master cannot have the same address, whether the pod requests it or \
                the config of a network has it: the second one does not come up. The plugin ends with an error, and the pod stays in ContainerCreating.""",
        remedy = """
                Write a unicast address of six bytes (the first byte even, such as `02:00:00:00:00:01`), another one for each interface. Without \
                the key the interface gets an address of its own.""",
        since = "0.1.0")
public final class ImpossibleMacRequest implements Rule<Pod> {
    private static final String INSTEAD = "Write a unicast address of six bytes, such as \"02:00:00:00:00:01\"";

    @Override
    public List<Violation> find(Pod pod, Context context) {
        boolean isAsked =
                SelectedNetworks.ask(pod, context, Ask.MAC) || SelectedNetworks.ask(pod, context, Ask.CNI_ARGS);
        // Networks give addresses, too: two interfaces of a pod can get the same one.
        if (!isAsked && SelectedNetworks.items(pod, context).size() < 2) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        Set<String> taken = new HashSet<>();
        for (JoinedSelection selection :
                JoinedSelection.judged(pod, context, item -> List.of(item.mac(), item.argsMac()))) {
            refusal(selection)
                    .or(() -> twice(selection, taken))
                    .map(refusal -> new Violation(selection.location(pod), refusal.fact(), refusal.remedy()))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private record Refusal(String fact, String remedy) {}

    private static Optional<Refusal> refusal(JoinedSelection selection) {
        NetworkAbilities abilities = selection.abilities();
        String mac = selection.item().mac();
        String argsMac = selection.item().argsMac();
        if (abilities.mac() == MacHandling.Request.TAKEN_ALSO_FROM_ARGS && !argsMac.isEmpty()) {
            return LinkMac.refusal(argsMac)
                    .map(why -> new Refusal(
                            "\"mac\" of \"cni-args\" is %s, which %s, and the interface would get it"
                                    .formatted(Quoted.of(argsMac), why),
                            INSTEAD));
        }
        boolean isSet = abilities.mac() == MacHandling.Request.TAKEN
                || abilities.mac() == MacHandling.Request.TAKEN_ALSO_FROM_ARGS;
        return isSet && abilities.hasEthernet() && RequestedAddress.isOfInfiniBand(mac)
                ? Optional.of(new Refusal(
                        "\"mac\" is %s, of 20 bytes, and %s makes an Ethernet interface"
                                .formatted(Quoted.of(mac), abilities.main()),
                        INSTEAD))
                : Optional.empty();
    }

    private static Optional<Refusal> twice(JoinedSelection selection, Set<String> taken) {
        String link = selection.abilities().distinctMacsOn();
        String mac = link == null ? "" : mac(selection);
        if (mac.isEmpty() || taken.add(link + " " + digits(mac))) {
            return Optional.empty();
        }
        return Optional.of(
                selection.item().mac().equals(mac)
                        ? new Refusal(
                                "\"mac\" is %s, as for another interface on the same master".formatted(Quoted.of(mac)),
                                "Write another address for one of them")
                        : new Refusal(
                                "%s has the \"mac\" %s in its config, as another interface on the same master"
                                        .formatted(selection.network(), Quoted.of(mac)),
                                "Request another \"mac\" for one of them, or remove it from the network's config"));
    }

    /// What the interface gets, as far as it is written; else empty.
    private static String mac(JoinedSelection selection) {
        String argsMac = selection.item().argsMac();
        boolean isOfArgs =
                !argsMac.isEmpty() && selection.abilities().mac() == MacHandling.Request.TAKEN_ALSO_FROM_ARGS;
        String requested = isOfArgs ? argsMac : selection.item().mac();
        return requested.isEmpty() ? selection.abilities().fixedMac() : requested;
    }

    private static String digits(String mac) {
        return mac.toLowerCase(Locale.ROOT).replace("-", "").replace(":", "").replace(".", "");
    }
}
