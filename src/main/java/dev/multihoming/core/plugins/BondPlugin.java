package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// bond-cni (node-behavior.md#bond). Its links are interfaces of the pod, made by the networks before it; or,
/// without `linksInContainer`, links of the node that it moves into the pod (bond.go, `setLinksinNetNs`).
/// Without `miimon` it fails on the empty text, which is no number (`createBondedLink`).
public final class BondPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bond"),
                    Field.of(
                            "mode",
                            Choice.of(
                                    "",
                                    "balance-rr",
                                    "active-backup",
                                    "balance-xor",
                                    "broadcast",
                                    "802.3ad",
                                    "balance-tlb",
                                    "balance-alb")),
                    Field.of("failOverMac", new Whole(0, 2)),
                    Field.of("miimon", new Formed(TextForm.DECIMAL)),
                    Field.of("links", new Listing(Struct.of(Field.of("name", new Formed(TextForm.NODE_LINK))), 2)),
                    Field.of("linksInContainer", new Flag()),
                    Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("allSlavesActive", new Whole(0, 1)),
                    Field.of("tlbDynamicLb", new Whole(0, 1)),
                    Field.of("xmitHashPolicy", new Text()))
            .requiring(Requirement.always("links"), Requirement.always("miimon"));

    /// A bond of more links is no bond that anyone has.
    private static final int MOST_CLAIMS = 64;

    /// The names of the links that it bonds. It reads each into a map, where only the exact key counts, and
    /// the last of them.
    public static Stream<String> links(JsonObject bond) {
        return GoFields.list(bond, "links").map(JsonArray::elements).stream()
                .flatMap(links -> links.stream())
                .filter(JsonObject.class::isInstance)
                .flatMap(link -> ((JsonObject) link)
                        .members().stream()
                                .filter(member -> member.key().equals("name"))
                                .reduce((_, later) -> later)
                                .map(JsonMember::value)
                                .filter(JsonString.class::isInstance)
                                .map(name -> ((JsonString) name).value())
                                .stream());
    }

    /// Whether it looks for its links on the node, and moves them into the pod.
    static boolean takesLinksOfTheNode(JsonObject bond) {
        return !GoFields.isTrue(bond, "linksInContainer");
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return CniVersion.ABSENT;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of();
    }

    @Override
    public IpamNeed ipam() {
        return IpamNeed.OPTIONAL;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.LINKS);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("mode", "Mode", "How frames are distributed over the links.")
                        .startingWith("active-backup"),
                FormField.of("miimon", "Link check", "How often the links are checked, in milliseconds.")
                        .startingWith("100"),
                FormField.of(
                                "linksInContainer",
                                "Links of the pod",
                                "The links are interfaces of the pod, made by the networks before it.")
                        .startingWith("true"),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    /// That of its links, which other networks made.
    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Optional.empty();
    }

    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return new SegmentUse(
                links(config, network).stream()
                        .map(link -> Segment.ofWholeLink(link.name()))
                        .toList(),
                "");
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return takesLinksOfTheNode(config) ? PodsPerNode.ONE : PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        String names = links(config).collect(Collectors.joining(" and "));
        return Optional.of(PeerText.or(names, "no links") + (takesLinksOfTheNode(config) ? "" : PeerText.OF_THE_POD));
    }

    @Override
    public VlanSource vlanSource() {
        return VlanSource.LINKS;
    }

    @Override
    public List<VlanUse> vlansOfLinks(JsonObject config) {
        return links(config, "").stream()
                .map(use -> VlanUse.ofLink(use, VlanUse.LAST))
                .toList();
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return takesLinksOfTheNode(config)
                ? links(config).map(name -> new LinkUse("links", name)).toList()
                : List.of();
    }

    @Override
    public List<PodLinkUse> podLinks(JsonObject config, boolean first) {
        return links(config)
                .map(name -> new PodLinkUse(PodLinkUse.How.LINKS, name))
                .toList();
    }

    /// Also where its links are the node's.
    @Override
    public boolean namesPodLinks(JsonObject config) {
        return true;
    }

    @Override
    public Stream<DeviceUse> devices(JsonObject config) {
        return takesLinksOfTheNode(config) ? links(config).map(name -> new DeviceUse("links", name)) : Stream.empty();
    }

    /// Links of the node move into the pod. In the pod a link is in one bond (kernel, `bond_enslave`: EBUSY).
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return links(config)
                .distinct()
                .limit(MOST_CLAIMS)
                .map(link -> takesLinksOfTheNode(config)
                        ? new LinkClaim(LinkClaim.Kind.DEVICE, link)
                        : new LinkClaim(LinkClaim.Kind.BONDED, link, 0, true))
                .toList();
    }

    @Override
    public List<PodLinkUse> requiredPodLinks(JsonObject config, boolean first) {
        return takesLinksOfTheNode(config) ? List.of() : podLinks(config, first);
    }
}
