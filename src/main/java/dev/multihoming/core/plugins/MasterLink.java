package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// The `master` of a macvlan, ipvlan or vlan: a link of the node, or of the pod where `linkInContainer` says so. No
/// other plugin reads these keys (plugins 1.9.1, `LinkContNs`).
final class MasterLink {
    static final String KEY = "master";

    private MasterLink() {}

    /// A VLAN is a link of the node here, not a field.
    static Optional<String> insteadOf(String key) {
        return key.equals("vlan") || key.equals("vlanId") || key.equals("vlan_id") || key.equals("vlan-id")
                ? Optional.of("Name the VLAN link of the nodes in \"master\", such as \"eth1.100\"")
                : Optional.empty();
    }

    static boolean isOfThePod(JsonObject config) {
        return GoFields.isTrue(config, "linkInContainer");
    }

    static List<LinkUse> ofTheNode(JsonObject config) {
        return isOfThePod(config) ? List.of() : List.of(LinkUse.written(config, KEY));
    }

    /// What it is called in a claim; empty for the link of the default route.
    static String name(JsonObject config) {
        return GoFields.text(config, KEY);
    }

    static LinkClaim claim(JsonObject config, LinkClaim.Kind kind, long vlan) {
        return new LinkClaim(kind, name(config), vlan, isOfThePod(config));
    }

    /// The VLAN of the master; of a plain one those from untagged to `last`.
    static List<VlanUse> vlans(JsonObject config, long last) {
        return ofTheNode(config).stream().map(use -> VlanUse.ofLink(use, last)).toList();
    }

    /// The VLAN around the tags of a vlan interface, where its master is in one. A plain master adds none.
    static List<VlanUse> outerVlans(JsonObject config) {
        return vlans(config, 0).stream().filter(use -> use.first() != 0).toList();
    }

    static Optional<NodeLink> required(JsonObject config) {
        return isOfThePod(config) ? Optional.empty() : Optional.of(new NodeLink(KEY, NodeLink.Kind.LINK));
    }

    /// Without a name it is the interface of the default route, which is eth0, unless the plugin needs a name.
    static List<PodLinkUse> ofThePod(JsonObject config, boolean hasDefault) {
        if (!isOfThePod(config)) {
            return List.of();
        }
        String name = GoFields.text(config, KEY);
        if (!name.isEmpty()) {
            return List.of(new PodLinkUse(PodLinkUse.How.MASTER, name));
        }
        return hasDefault ? List.of(new PodLinkUse(PodLinkUse.How.DEFAULT_MASTER, "eth0")) : List.of();
    }

    static Optional<String> peer(JsonObject config, String otherwise) {
        String where = isOfThePod(config) ? PeerText.OF_THE_POD : "";
        return Optional.of(PeerText.named("master ", GoFields.text(config, KEY))
                .map(master -> master + where)
                .orElse(otherwise));
    }

    /// Where macvlan and ipvlan look without a name: in the pod that is eth0.
    static String ofDefaultRoute(JsonObject config) {
        return isOfThePod(config) ? "master eth0 of the pod" : "link of the node's default route";
    }

    static Optional<Segment> segment(JsonObject config) {
        String name = GoFields.text(config, KEY);
        return name.isEmpty() || isOfThePod(config) ? Optional.empty() : Optional.of(Segment.ofLink(name));
    }
}
