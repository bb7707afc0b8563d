package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.PortMapping;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// Only portmap reads it, and other plugins may be given it by mistake.
/// See node-behavior.md#host-ports.
@RuleCard(
        code = "MH237",
        name = "host-port-in-config",
        summary = "A network's config opens ports of the node for every pod that selects it.",
        requirement = "ports of the node are given by the platform team",
        why = """
                `runtimeConfig.portMappings` of the portmap plugin forwards a port of the node to each pod of the \
                network, although the pod does not request it. Pod Security sees no `hostPort`, and any port can \
                be used, also those of the kubelet and SSH.""",
        remedy = """
                Remove `runtimeConfig`. A pod that needs a port of its node can request it in its annotation, if \
                its namespace's policy permits it (`limits.hostPorts`).""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class HostPortInConfig implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> config.plugins().stream()
                        .flatMap(plugin -> mappings(plugin)
                                .filter(mapping -> mapping.hostPort().isPresent())
                                .filter(mapping -> !context.settings()
                                        .networks()
                                        .limits()
                                        .permitsHostPort(mapping.hostPort().getAsLong()))
                                .map(mapping -> new Violation(
                                        config.location(
                                                plugin.path().child("runtimeConfig"),
                                                mapping.span().start()),
                                        "the port %d of the node leads to every pod of this network"
                                                .formatted(mapping.hostPort().getAsLong()),
                                        "Remove it, or ask the platform team to permit it"))))
                .toList();
    }

    private static Stream<PortMapping> mappings(CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "runtimeConfig").stream()
                .flatMap(runtime -> PortMapping.in(runtime).stream());
    }
}
