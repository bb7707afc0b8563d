package dev.multihoming.core.plugins;

import dev.multihoming.core.json.Quoted;
import java.util.Arrays;
import java.util.List;

/// What an attachment takes, so that another one cannot have it (node-behavior.md#objects-in-combination).
///
/// @param name of the link, device, gateway or NAD; empty for the link of the default route
/// @param vlan of a [Kind#VLAN]; else 0
/// @param isInPod whether the link is one of the pod, not of the node
public record LinkClaim(Kind kind, String name, long vlan, boolean isInPod) {
    /// Of what is shown as it is: a path of a device in sysfs is longer, and rare.
    private static final int LONGEST = 64;

    /// How it is taken.
    public enum Kind {
        /// The device moves into the pod.
        DEVICE("moves the device %s into the pod", true),
        /// The link has one device for that VLAN.
        VLAN("makes the device of VLAN %2$d on %1$s", true),
        /// The link has nothing else on it.
        WHOLE_LINK("takes all of %s, in passthru mode", true),
        /// The link has macvlan devices on it.
        MACVLAN("puts a macvlan on %s", false),
        /// The link is in a bond, and nothing else is on it.
        BONDED("puts %s into a bond", true),
        /// The link has ipvlan devices on it.
        IPVLAN("puts an ipvlan on %s", false),
        /// The pod has a route to it.
        GATEWAY("gives the pod a route to the gateway %s", true),
        /// OVN-Kubernetes attaches a pod to a network once.
        ATTACHMENT("is of OVN-Kubernetes, which attaches a pod to it once", true);

        private final String words;
        private final boolean isExclusive;

        Kind(String words, boolean isExclusive) {
            this.words = words;
            this.isExclusive = isExclusive;
        }

        /// A link hands its frames to one kind of devices (kernel, `netdev_rx_handler_register`: EBUSY).
        private boolean isOnLink() {
            return this == WHOLE_LINK || this == BONDED || this == MACVLAN || this == IPVLAN;
        }

        private boolean needsLinkOnNode() {
            return isOnLink() || this == VLAN;
        }
    }

    /// Of a link of the node, or of what is not a link.
    LinkClaim(Kind kind, String name) {
        this(kind, name, 0, false);
    }

    /// Of the device that a config names, where the NAD names no resource: Multus writes another device of it into each
    /// attachment (Multus 4.2.2, `delegateAddDeviceID`).
    static List<LinkClaim> ofDevice(String device, String resource) {
        return device.isEmpty() || !resource.isEmpty() ? List.of() : List.of(new LinkClaim(Kind.DEVICE, device));
    }

    /// What an earlier attachment may have taken so that this one cannot be had.
    public List<LinkClaim> rivals() {
        return Arrays.stream(Kind.values())
                .map(other -> new LinkClaim(other, name, other == Kind.VLAN ? vlan : 0, isInPod))
                .filter(taken -> taken.excludes(this) || taken.takesFrom(this))
                .toList();
    }

    /// Whether one node, or one pod, cannot have both.
    public boolean excludes(LinkClaim other) {
        if (!name.equals(other.name) || vlan != other.vlan || isInPod != other.isInPod) {
            return false;
        }
        return kind == other.kind ? kind.isExclusive : kind.isOnLink() && other.kind.isOnLink();
    }

    /// Whether a later attachment of the same pod does not find what it needs on the node any more.
    public boolean takesFrom(LinkClaim later) {
        return kind == Kind.DEVICE
                && later.kind.needsLinkOnNode()
                && !isInPod
                && !later.isInPod
                && name.equals(later.name);
    }

    /// Whether pods of one node are in each other's way, and not only interfaces of one pod.
    public boolean isOfTheNode() {
        return !isInPod && kind != Kind.GATEWAY && kind != Kind.ATTACHMENT;
    }

    /// Completes "the network …".
    public String words() {
        String link = name.isEmpty() ? "the link of the default route" : shown(name);
        return kind.words.formatted(isInPod ? link + " of the pod" : link, vlan);
    }

    /// As it is where it can be the name of a link or a device; a config may have any text there.
    private static String shown(String name) {
        boolean isPlain = name.length() <= LONGEST && name.chars().allMatch(it -> it > ' ' && it < 0x7f);
        return isPlain ? name : Quoted.of(name);
    }
}
