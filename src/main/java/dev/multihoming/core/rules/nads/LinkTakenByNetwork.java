package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Networks of the same namespace only: what others have is not told. See node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH270",
        name = "link-taken-by-network",
        summary = "A network uses a link of the nodes in a way that conflicts with another network of the namespace.",
        requirement = "pods of two networks should be able to run on one node",
        why = """
                A link has either macvlan or ipvlan devices, none beside a macvlan in passthru mode, and one \
                device for a VLAN. While a pod of one network runs on a node, a pod of the other one does not \
                start there: the plugin fails with "device or resource busy" or "file exists". A device that \
                host-device moves into a pod is not on the node meanwhile, and "Link not found" follows. The \
                scheduler decides when that happens.""",
        remedy = """
                Use one kind of network on a link: change this network, or the other one, or give it another \
                `master`. Select one network with the plugin vlan from all pods, or create the VLAN's link on the \
                nodes and use it as the `master` of macvlan.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class LinkTakenByNetwork implements Rule<Nad> {
    /// More of them are not looked at: a namespace has a few.
    private static final int MOST = 200;

    @Override
    public List<Violation> find(Nad nad, Context context) {
        List<LinkClaim> claims = ParsedConfig.of(nad, context).stream()
                .flatMap(config -> config.claims(nad.resourceName()).stream())
                .filter(LinkClaim::isOfTheNode)
                .toList();
        return claims.isEmpty()
                ? List.of()
                : context.cluster().networkNames(nad.namespace()).stream()
                        .filter(name -> !name.equals(nad.displayName()))
                        .sorted()
                        .limit(MOST)
                        .map(name -> context.cluster().network(new NadRef(nad.namespace(), name)))
                        .flatMap(lookup ->
                                lookup instanceof Lookup.Found(NadSummary found) ? Stream.of(found) : Stream.empty())
                        .flatMap(other -> clash(claims, other).stream())
                        .limit(1)
                        .toList();
    }

    /// Each has a few.
    private static Optional<Violation> clash(List<LinkClaim> claims, NadSummary other) {
        for (LinkClaim taken : other.abilities().claims()) {
            for (LinkClaim claim : claims) {
                if (claim.excludes(taken) || claim.takesFrom(taken) || taken.takesFrom(claim)) {
                    return Optional.of(new Violation(
                            Location.of(ParsedConfig.FIELD),
                            "this network %s, and network %s %s"
                                    .formatted(
                                            claim.words(),
                                            Quoted.of(other.ref().name()),
                                            claim.equals(taken) ? "does, too" : taken.words()),
                            "Change one of them, or use another link: a node cannot have pods of both"));
                }
            }
        }
        return Optional.empty();
    }
}
