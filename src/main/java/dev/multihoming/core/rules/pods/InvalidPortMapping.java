package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.GoIp;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.PortMapping;
import dev.multihoming.core.plugins.SafeText;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The text of `protocol` and `hostIP` is MH604's; this is about mappings that do no harm and do not work.
/// See node-behavior.md#portmap, #text-in-firewall-rules.
@RuleCard(
        code = "MH124",
        name = "invalid-port-mapping",
        summary = "The node cannot set up a port mapping of a pod.",
        requirement = "a port mapping needs a protocol, two ports from 1 to 65535, and an address of the pod's family",
        why = """
                portmap rejects ports outside of 1 to 65535, and with nftables also a protocol with capital \
                letters; the pod stays in ContainerCreating. A mapping whose `hostIP` has another IP family than \
                the pod's addresses is silently ignored. Capital letters in `protocol` are repaired when the pod \
                is created.""",
        remedy = """
                Write `{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}`, or with `udp` or `sctp`. Write \
                `hostIP` only to open the port on one address of the node.""",
        since = "0.1.0")
public final class InvalidPortMapping implements Mutator<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.PORT_MAPPINGS)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context, PortMappings::of)) {
            for (PortMapping mapping : item.portMappings()) {
                port(item, pod, "hostPort", mapping.hostPort(), violations);
                port(item, pod, "containerPort", mapping.containerPort(), violations);
                protocol(item, pod, context, mapping, violations);
                family(item, pod, context, mapping, violations);
            }
        }
        return violations;
    }

    @Override
    public List<Mutation> repair(Pod pod, Context context) {
        List<Mutation> repairs = new ArrayList<>(0);
        NetworkSelections networks = pod.networks();
        if (networks == null || !networks.isClear() || pod.operation() != Operation.CREATE) {
            return repairs;
        }
        for (NetworkSelection item : SelectedNetworks.items(pod, context)) {
            for (PortMapping mapping : item.portMappings()) {
                if (isInCapitals(mapping)) {
                    String lower = mapping.protocol().toLowerCase(Locale.ROOT);
                    repairs.add(new TextMutation(
                            NameRepairs.POINTER,
                            networks.text(),
                            new TextEdit(
                                    mapping.protocolSpan().start(),
                                    mapping.protocolSpan().end(),
                                    '"' + lower + '"'),
                            new Violation(
                                    SelectedNetworks.placeOf(item, pod),
                                    "the protocol %s is written %s".formatted(Quoted.of(mapping.protocol()), lower),
                                    "nftables takes no capitals")));
                }
            }
        }
        return repairs;
    }

    private static void port(
            NetworkSelection item, Pod pod, String key, OptionalLong port, List<Violation> violations) {
        if (port.isEmpty()) {
            observe(item, pod, "\"%s\" is missing".formatted(key), "Add \"%s\"".formatted(key), violations);
        } else if (port.getAsLong() < 1 || port.getAsLong() > 65_535) {
            observe(
                    item,
                    pod,
                    "\"%s\" is %d".formatted(key, port.getAsLong()),
                    "Write a port from 1 to 65535",
                    violations);
        }
    }

    private static void protocol(
            NetworkSelection item, Pod pod, Context context, PortMapping mapping, List<Violation> violations) {
        boolean isRepaired = pod.operation() == Operation.CREATE && context.phase() == Phase.MUTATE;
        if (mapping.protocol().isEmpty()) {
            observe(item, pod, "\"protocol\" is missing", "Write " + SafeText.PROTOCOL.instead(), violations);
        } else if (isInCapitals(mapping) && !isRepaired) {
            observe(
                    item,
                    pod,
                    "\"protocol\" is %s, in capitals".formatted(Quoted.of(mapping.protocol())),
                    "Write \"%s\"".formatted(mapping.protocol().toLowerCase(Locale.ROOT)),
                    violations);
        }
    }

    /// What is no protocol at all is MH604's.
    private static boolean isInCapitals(PortMapping mapping) {
        return !mapping.protocol().equals(mapping.protocol().toLowerCase(Locale.ROOT))
                && SafeText.PROTOCOL.refusal(mapping.protocol()).isEmpty();
    }

    private static void family(
            NetworkSelection item, Pod pod, Context context, PortMapping mapping, List<Violation> violations) {
        GoIp address =
                mapping.hostIp().isEmpty() ? null : GoIp.parse(mapping.hostIp()).orElse(null);
        if (address != null
                && SelectedNetworks.lookup(item, pod, context).orElse(null) instanceof Lookup.Found(NadSummary nad)
                && nad.families().lacks(address)) {
            observe(
                    item,
                    pod,
                    "\"hostIP\" is %s, and the network gives its pods no address of that family"
                            .formatted(Quoted.of(mapping.hostIp())),
                    "Write an %s address of the node".formatted(address.isIpv4() ? "IPv6" : "IPv4"),
                    violations);
        }
    }

    private static void observe(
            NetworkSelection item, Pod pod, String fact, String remedy, List<Violation> violations) {
        violations.add(new Violation(SelectedNetworks.placeOf(item, pod), fact, remedy));
    }
}
