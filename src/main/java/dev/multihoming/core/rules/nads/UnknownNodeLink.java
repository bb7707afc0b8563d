package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NodeLink;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.Suggestions;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#cni-plugins, #bridges-and-links-of-nodes. Only warns: what nodes have is some minutes
/// old, and may come later than the network.
@RuleCard(
        code = "MH229",
        name = "unknown-node-link",
        summary = "A network uses a bridge or link that no node has.",
        requirement = "a network should build on what its nodes have",
        why = """
                macvlan, ipvlan and vlan networks put their interface on a link of the node, an ovs network on an \
                Open vSwitch bridge; without it, every attachment fails with "Link not found". The bridge plugin \
                creates a missing bridge itself: the pod starts on a bridge that nothing else is connected to, and \
                reaches no other machine. The rule needs to know the nodes' links, from NodeNetworkStates or the \
                resources of bridge-marker, which are read every few minutes. It does not report bridges with \
                `isGateway` or `ipMasq`, which the plugin is expected to create.""",
        remedy = "Correct the name, or set the link up on the nodes first.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UnknownNodeLink implements Rule<Nad> {
    /// A name that a config gives, and those that there are.
    private record Link(String key, String kind, Set<String> known) {}

    @Override
    public List<Violation> find(Nad nad, Context context) {
        ClusterFacts facts = context.cluster().facts();
        if (facts.links().isEmpty() && facts.bridges().isEmpty()) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions();
        return ParsedConfig.of(nad, context).stream()
                .flatMap(
                        config -> config.plugins().stream().flatMap(plugin -> look(config, plugin, facts, suggestions)))
                .toList();
    }

    private static Stream<Violation> look(
            ParsedConfig config, CniConfig.Plugin plugin, ClusterFacts facts, Suggestions suggestions) {
        return linkOf(plugin, facts)
                .flatMap(link -> GoFields.set(plugin.object(), link.key())
                        .filter(member -> isUnknown(member, link))
                        .map(member -> observe(config, plugin, member, link, suggestions)))
                .stream();
    }

    private static Optional<Link> linkOf(CniConfig.Plugin plugin, ClusterFacts facts) {
        boolean linksKnown = !facts.links().isEmpty();
        return KnownPlugins.of(plugin)
                .flatMap(known -> known.requiredLink(plugin.object()))
                // Bridges are also known without the other links, by the resources of bridge-marker.
                .filter(link -> linksKnown || link.kind() == NodeLink.Kind.BRIDGE)
                .map(link -> switch (link.kind()) {
                    case BRIDGE -> new Link(link.key(), "bridge", facts.bridges());
                    case OVS_BRIDGE -> new Link(link.key(), "Open vSwitch bridge", facts.ovsBridges());
                    case LINK -> new Link(link.key(), "link", facts.links());
                });
    }

    private static boolean isUnknown(JsonMember member, Link link) {
        return member.value() instanceof JsonString name
                && !name.value().isEmpty()
                && !link.known().contains(name.value());
    }

    private static Violation observe(
            ParsedConfig config, CniConfig.Plugin plugin, JsonMember member, Link link, Suggestions suggestions) {
        String name = ((JsonString) member.value()).value();
        return new Violation(
                config.location(plugin.path(), member),
                "no node has the %s %s".formatted(link.kind(), Quoted.of(name)),
                suggestions
                        .closest(name, link.known())
                        .map(closest -> "Correct it (the closest name is %s), or set it up on the nodes"
                                .formatted(Quoted.of(closest)))
                        .orElse("Correct it, or set it up on the nodes"));
    }
}
