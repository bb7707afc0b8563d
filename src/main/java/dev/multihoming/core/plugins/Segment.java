package dev.multihoming.core.plugins;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of a layer-2 domain. Keys are names, and nodes may give a name different meanings: two networks of one
/// segment have the same key, not necessarily the same cable.
///
/// @param name of the bridge, link, resource, device or network
/// @param vlans of the domain; empty where VLANs mean nothing in it
/// @param partition the InfiniBand partition key; else empty
/// @param byConvention whether the VLAN is read out of the name of a link, as in `eth1.100`
public record Segment(Kind kind, String name, List<Vlans> vlans, String partition, boolean byConvention) {
    private static final Pattern SUB_INTERFACE = Pattern.compile("(.+)\\.([0-9]{1,4})");

    private static final int LAST_VLAN = 4094;

    /// What the name names.
    public enum Kind {
        BRIDGE,
        OVS_BRIDGE,
        LINK,
        RESOURCE,
        DEVICE,
        OVN_NETWORK,
        PHYSICAL_NETWORK
    }

    /// The VLANs from one to another.
    ///
    /// @param first 0 is untagged
    public record Vlans(long first, long last) {
        static final Vlans UNTAGGED = new Vlans(0, 0);

        boolean meets(Vlans other) {
            return first <= other.last && other.first <= last;
        }

        private Vlans common(Vlans other) {
            return new Vlans(Math.max(first, other.first), Math.min(last, other.last));
        }
    }

    public Segment {
        vlans = List.copyOf(vlans);
    }

    static Segment of(Kind kind, String name, List<VlanUse> uses) {
        return new Segment(
                kind,
                name,
                uses.stream().map(use -> new Vlans(use.first(), use.last())).toList(),
                "",
                false);
    }

    /// A link of the node, of which `eth1.100` is VLAN 100 on eth1 by convention.
    static Segment ofLink(String link) {
        Matcher parts = SUB_INTERFACE.matcher(link);
        if (parts.matches()) {
            int id = Integer.parseInt(parts.group(2));
            if (id >= 1 && id <= LAST_VLAN) {
                return new Segment(Kind.LINK, parts.group(1), List.of(new Vlans(id, id)), "", true);
            }
        }
        return new Segment(Kind.LINK, link, List.of(Vlans.UNTAGGED), "", false);
    }

    /// A link of the node that a pod has to itself: with all VLANs, unless its name gives one.
    static Segment ofWholeLink(String link) {
        Segment segment = ofLink(link);
        return segment.byConvention
                ? segment
                : new Segment(Kind.LINK, link, List.of(new Vlans(0, LAST_VLAN)), "", false);
    }

    /// Empty where nothing names the domain.
    static Optional<Segment> named(Kind kind, String name, List<VlanUse> uses) {
        return name.isEmpty() ? Optional.empty() : Optional.of(of(kind, name, uses));
    }

    Segment inPartition(String key) {
        return new Segment(kind, name, vlans, key, byConvention);
    }

    /// Whether frames of one reach the other, as far as keys tell.
    public boolean meets(Segment other) {
        return kind == other.kind
                && name.equals(other.name)
                && partition.equals(other.partition)
                && (vlans.isEmpty() || other.vlans.isEmpty() || meetsVlansOf(other));
    }

    /// Asked of every trunk of a bridge in every review of a network on it: no streams.
    private boolean meetsVlansOf(Segment other) {
        for (Vlans own : vlans) {
            for (Vlans its : other.vlans) {
                if (own.meets(its)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What of it the other one is on too, where they meet. What has no VLANs is on all of them.
    public Segment common(Segment other) {
        if (vlans.isEmpty()) {
            return other;
        }
        List<Vlans> both = other.vlans.isEmpty()
                ? vlans
                : vlans.stream()
                        .flatMap(own -> other.vlans.stream().filter(own::meets).map(own::common))
                        .toList();
        return withVlans(both);
    }

    /// The same with other VLANs.
    public Segment withVlans(List<Vlans> others) {
        return new Segment(kind, name, others, partition, byConvention);
    }
}
