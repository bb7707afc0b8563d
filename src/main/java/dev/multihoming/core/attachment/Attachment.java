package dev.multihoming.core.attachment;

/// What an attachment to a network gives its interface, each part in words for a person.
///
/// @param plugin the CNI plugins that make it, in order
/// @param link the bridge, master, device or network of the node that it is connected to
/// @param vlan in which its frames travel
/// @param mac where its hardware address comes from
/// @param addresses where its IP addresses come from
/// @param defaultRoute whether the pod's default route leads through it
public record Attachment(String plugin, String link, String vlan, String mac, String addresses, String defaultRoute) {
    /// What at most the node can tell.
    static final String NOT_KNOWN = "not known";

    /// Where a thing does not apply.
    static final String NONE = "-";

    /// Of the cluster's own network.
    static final Attachment CLUSTER_DEFAULT = new Attachment(NONE, NONE, NONE, NONE, "the cluster's", "yes");

    /// Of which nothing but that is known.
    static Attachment unknown(String plugin) {
        return new Attachment(plugin, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
    }

    /// That does not come about.
    static Attachment none(String why) {
        return new Attachment(why, NONE, NONE, NONE, NONE, NONE);
    }

    /// The same with another answer to whether the default route leads through it.
    Attachment withDefaultRoute(String other) {
        return new Attachment(plugin, link, vlan, mac, addresses, other);
    }

    boolean takesDefaultRoute() {
        return !defaultRoute.equals("no") && !defaultRoute.equals(NONE) && !defaultRoute.equals(NOT_KNOWN);
    }
}
