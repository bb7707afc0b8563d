package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#segments. Whose network it is, and on which part of a trunk, is not told.
@RuleCard(
        code = "MH249",
        name = "shared-segment",
        summary = "Networks of two namespaces are on one layer-2 segment.",
        requirement =
                "networks of different namespaces should be on different segments, unless the policy shares the segment",
        why = """
                A NetworkAttachmentDefinition belongs to a namespace, but its bridge or link belongs to the node. \
                Two namespaces that use the same bridge and VLAN, the same master, or the same SR-IOV resource and \
                VLAN are on one layer-2 segment. Their pods reach each other, because NetworkPolicies do not apply \
                there, and can use each other's addresses. A segment is a name and VLANs (see \
                [Segments](../policies.md#segments)); `eth1.100` is VLAN 100 on eth1, also where eth1 is a bridge; \
                nodes may give one name different meanings. VLAN 1 of a Linux bridge counts as untagged. A bridge \
                with a VLAN and without `preserveDefaultVlan` counts as not in VLAN 1, but releases 1.3.0 to 1.7.1 \
                of the plugins keep it there: write `false` ([MH232](MH232.md)). `sharedSegments` in a policy \
                lists the segments that may be shared: for a trunk, it must contain the VLANs that both networks \
                use.

                An update that leaves a network on the segments it was on is not reported; the audit still counts \
                it.

                The message does not say whose the other network is. `multihoming networks --shared` and the \
                [report of the cluster](../policies.md#report-of-the-cluster) name both, to users who can read \
                them. If this rule warns or denies, an author who tries VLANs can find out which ones are in use. \
                `limits.segments` ([MH231](MH231.md)) permits each namespace only its own segments: it is the \
                recommended control.""",
        remedy = """
                Use a segment of the namespace's own, or list it in `sharedSegments` of the policy. Networks that \
                network operators create are not checked.""",
        since = "0.1.0",
        mode = Mode.AUDIT)
public final class SharedSegment implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        SegmentList shared = context.settings().networks().sharedSegments();
        return Neighbours.elsewhere(nad, context)
                .filter(found -> !found.isAllIn(shared))
                .map(found -> new Violation(
                        found.location(),
                        "another namespace has a network on the segment " + found.shownSegment(),
                        "Use a segment of your own, or ask for this one to be shared"))
                .toList();
    }
}
