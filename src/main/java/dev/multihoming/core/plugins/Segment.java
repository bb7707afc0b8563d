package dev.multihoming.core.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        PHYSICAL_NETWORK;

        /// A bridge, also one of Open vSwitch, is a link of the node too, and a device that is
        /// moved was one: the kernel has one link of a name.
        private Kind space() {
            return switch (this) {
                case BRIDGE, OVS_BRIDGE, LINK, DEVICE -> LINK;
                case RESOURCE, OVN_NETWORK, PHYSICAL_NETWORK -> this;
            };
        }
    }

    /// What segments have in common that differ at most in their VLANs.
    ///
    /// @param space of the name: [Kind#LINK] for all that is a link of the node
    public record Domain(Kind space, String name, String partition) {}

    /// VLANs of a domain.
    ///
    /// @param vlans empty for all
    public record Reach(Domain domain, List<Vlans> vlans) {
        /// Whether some VLAN is in both, of whatever domains. Asked of every trunk of a bridge in
        /// every review of a network on it: no streams.
        public boolean meetsVlansOf(Reach other) {
            if (vlans.isEmpty() || other.vlans.isEmpty()) {
                return true;
            }
            for (Vlans own : vlans) {
                for (Vlans its : other.vlans) {
                    if (own.meets(its)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean covers(List<Vlans> others) {
            return vlans.isEmpty() || (!others.isEmpty() && others.stream().allMatch(this::covers));
        }

        /// What one range leaves over, the next may have.
        private boolean covers(Vlans other) {
            long next = other.first;
            for (Vlans own : vlans.stream()
                    .sorted(Comparator.comparingLong(Vlans::first))
                    .toList()) {
                next = own.first <= next ? Math.max(next, own.last + 1) : next;
            }
            return next > other.last;
        }

        private List<Vlans> common(List<Vlans> others) {
            if (vlans.isEmpty() || others.isEmpty()) {
                return vlans.isEmpty() ? others : vlans;
            }
            return others.stream()
                    .flatMap(other -> vlans.stream().filter(other::meets).map(other::common))
                    .toList();
        }
    }

    /// The VLANs from one to another.
    ///
    /// @param first 0 is untagged
    public record Vlans(long first, long last) {
        static final Vlans UNTAGGED = new Vlans(0, 0);

        /// On a Linux bridge that filters VLANs, untagged frames are in VLAN 1, unless its node
        /// says otherwise; on one that does not, a VLAN divides nothing.
        static final Vlans DEFAULT = new Vlans(0, 1);

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
        List<Reach> its = other.reaches();
        for (Reach own : reaches()) {
            for (Reach one : its) {
                if (own.domain.equals(one.domain) && own.meetsVlansOf(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// All that the name can mean, itself first: networks are on one segment where some of it
    /// meets.
    public List<Reach> reaches() {
        List<Reach> reaches = new ArrayList<>(2);
        readings().forEach(reading -> reaches.add(reading.reach()));
        return reaches;
    }

    private Reach reach() {
        boolean isOnDefault = kind == Kind.BRIDGE && vlans.stream().anyMatch(Vlans.DEFAULT::meets);
        if (!isOnDefault) {
            return new Reach(domain(), vlans);
        }
        List<Vlans> all = new ArrayList<>(vlans);
        all.add(Vlans.DEFAULT);
        return new Reach(domain(), all);
    }

    private Domain domain() {
        return new Domain(kind.space(), name, partition);
    }

    /// A sub-interface is also a link with that name, which can be a bridge, and a device can be
    /// a sub-interface. A resource of macvtap is named after its link.
    private List<Segment> readings() {
        return switch (kind) {
            case LINK ->
                byConvention
                        ? List.of(
                                this,
                                new Segment(
                                        kind,
                                        name + "." + vlans.getFirst().first,
                                        List.of(Vlans.UNTAGGED),
                                        partition,
                                        false))
                        : List.of(this);
            case DEVICE -> {
                Segment link = ofLink(name);
                yield link.byConvention ? List.of(this, link) : List.of(this);
            }
            case RESOURCE ->
                MacvtapPlugin.linkOf(name)
                        .map(link -> Stream.concat(Stream.of(this), ofLink(link).readings().stream())
                                .toList())
                        .orElse(List.of(this));
            case BRIDGE, OVS_BRIDGE, OVN_NETWORK, PHYSICAL_NETWORK -> List.of(this);
        };
    }

    /// What of it the other one is on too, where they meet. What has no VLANs is on all of them.
    public Segment common(Segment other) {
        for (Segment own : readings()) {
            for (Segment its : other.readings()) {
                if (own.domain().equals(its.domain()) && own.reach().meetsVlansOf(its.reach())) {
                    return own.commonInDomain(its);
                }
            }
        }
        return this;
    }

    /// In its own words, where it has some for it.
    private Segment commonInDomain(Segment other) {
        if (vlans.isEmpty()) {
            return other;
        }
        List<Vlans> written = other.reach().common(vlans);
        return withVlans(written.isEmpty() ? other.reach().common(reach().vlans) : written);
    }

    /// Whether it has all of another one, whatever kind of name each gives it.
    public boolean covers(Segment other) {
        Reach its = other.reaches().getFirst();
        return reaches().stream().anyMatch(own -> own.domain.equals(its.domain) && own.covers(other.vlans));
    }

    /// The same with other VLANs.
    public Segment withVlans(List<Vlans> others) {
        return new Segment(kind, name, others, partition, byConvention);
    }
}
