package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.GoSpace;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// ovn-k8s-cni-overlay of OVN-Kubernetes (node-behavior.md#ovn-k8s-cni-overlay). What must agree with the NAD
/// is a rule of its own.
public final class OvnOverlayPlugin implements InterfacePlugin {
    public static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ovn-k8s-cni-overlay"),
            Field.of("topology", Choice.of("", "layer3", "layer2", "localnet")),
            Field.of("netAttachDefName", new Text()),
            Field.of("subnets", new Text()),
            Field.of("excludeSubnets", new Text()),
            Field.of("reservedSubnets", new Text()),
            Field.of("infrastructureSubnets", new Text()),
            Field.of("joinSubnet", new Text()),
            Field.of("defaultGatewayIPs", new Text()),
            Field.of("vlanID", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("physicalNetworkName", new Text()),
            Field.of("role", Choice.of("", "primary", "secondary")),
            Field.of("allowPersistentIPs", new Flag()),
            Field.of("deviceID", new Text()),
            Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("logFile", new Text()),
            Field.of("logLevel", new Text()),
            Field.of("logfile-maxsize", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("logfile-maxbackups", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("logfile-maxage", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    /// Root opens and renames it: `setupLogging` of ovn-kubernetes, `go-controller/pkg/cni/cnishim.go`.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.LOG_FILE, "logFile"));

    /// The label of namespaces whose pods have a primary network; it is set when the namespace is created.
    public static final String PRIMARY_LABEL = "k8s.ovn.org/primary-user-defined-network";

    /// The topologies of networks that can be primary.
    private static final Set<String> ROLES = Set.of("layer2", "layer3");

    /// Whether the network leaves the nodes through a port of theirs. The others are overlays:
    /// no link of a node, no VLAN.
    static boolean isLocalnet(JsonObject plugin) {
        return GoFields.text(plugin, "topology").equals("localnet");
    }

    /// What begins the names of a network's switches and routers: networks that differ only in these characters
    /// are one (ovn-kubernetes, `go-controller/pkg/util/multi_network.go`, `GetUserDefinedNetworkPrefix`).
    public static String logicalName(String network) {
        return network.replace('-', '.').replace('/', '.');
    }

    /// Whether it is a primary network, which every pod of its namespaces has without asking
    /// (node-behavior.md#ovn-kubernetes-primary-networks). Without a topology it is the cluster's default
    /// network, and a localnet has no role (node-behavior.md#ovn-k8s-cni-overlay).
    public static boolean isPrimary(CniConfig.Plugin plugin) {
        return SPEC.types().contains(plugin.type())
                && ROLES.contains(GoFields.text(plugin.object(), "topology"))
                && GoFields.text(plugin.object(), "role").equals("primary");
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    /// See `parseNetConfList` of ovn-kubernetes, `go-controller/pkg/config/cni.go`.
    @Override
    public boolean standsAlone() {
        return true;
    }

    /// A pod has a network of OVN-Kubernetes once (ovn-kubernetes, `go-controller/pkg/util/multi_network.go`,
    /// `GetPodNADToNetworkMapping`): it assigns no interface where the same NAD is selected twice.
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        String nad = GoFields.text(config, "netAttachDefName");
        return nad.isEmpty() || GoFields.text(config, "topology").isEmpty()
                ? List.of()
                : List.of(new LinkClaim(LinkClaim.Kind.ATTACHMENT, nad));
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
        return IpamNeed.ASSIGNS_ITSELF;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.TAKEN, MacHandling.Source.OVN);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of(
                        "topology", "Topology", "layer2 and layer3 are overlays; localnet is a network of the nodes."),
                FormField.of("subnets", "Subnets", "The subnets that OVN assigns addresses from."),
                FormField.of("vlanID", "VLAN", "The VLAN of a localnet."),
                FormField.of("physicalNetworkName", "Physical network", "The name that the nodes map to a bridge."),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        if (isLocalnet(config)) {
            String physical = PeerText.or(GoFields.text(config, "physicalNetworkName"), network);
            return Segment.named(Segment.Kind.PHYSICAL_NETWORK, physical, vlans(config));
        }
        return Segment.named(Segment.Kind.OVN_NETWORK, network, List.of());
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        if (GoFields.text(config, "topology").isEmpty()) {
            return Optional.of("OVN's default network");
        }
        return Optional.of(PeerText.named("physical network ", GoFields.text(config, "physicalNetworkName"))
                .orElse("OVN network " + PeerText.or(GoFields.text(config, "name"), "without a name")));
    }

    /// Refused by a network that has subnets of its own.
    @Override
    public Optional<IpsHandling> ips(JsonObject config) {
        boolean assigns = !subnets(config).isEmpty();
        return Optional.of(assigns ? IpsHandling.REFUSED : IpsHandling.TAKEN);
    }

    @Override
    public Optional<String> vlanKey() {
        return Optional.of("vlanID");
    }

    @Override
    public List<VlanUse> vlans(JsonObject config) {
        return isLocalnet(config) ? List.of(VlanUse.tagged("vlanID", config).orElse(VlanUse.UNTAGGED)) : List.of();
    }

    /// The name that the nodes map to a bridge of theirs; that of the network where it is not set.
    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        if (!isLocalnet(config)) {
            return List.of();
        }
        LinkUse use = LinkUse.written(config, "physicalNetworkName");
        return List.of(use.name().isEmpty() ? new LinkUse(use.key(), network) : use);
    }

    @Override
    public Stream<DefaultRouteUse> defaultRoutes(CniConfig.Plugin plugin) {
        String key = "defaultGatewayIPs";
        return GoFields.text(plugin.object(), key).isEmpty() ? Stream.empty() : DefaultRouteUse.key(plugin, key);
    }

    /// A layer 3 subnet is followed by the length of each node's part.
    @Override
    public Stream<RangeText> ranges(JsonPath path, JsonObject config) {
        return Stream.of(subnets(config).split(",", -1))
                .map(subnet -> GoSpace.trim(subnet).replaceFirst("(/[0-9]+)/[+-]?[0-9]+$", "$1"))
                .filter(subnet -> !subnet.isEmpty())
                .map(subnet -> new RangeText(path.child("subnets"), config, subnet));
    }

    /// Blank counts as absent (node-behavior.md#subnets-of-an-ovn-kubernetes-network).
    private static String subnets(JsonObject config) {
        return GoSpace.trim(GoFields.text(config, "subnets"));
    }

    /// OVN keeps one account for each network by its name. A layer3 network does not read what is excluded.
    @Override
    public List<AddressPool> addressPools(JsonObject config, String network) {
        boolean isLayer3 = GoFields.text(config, "topology").equals("layer3");
        List<IpSubnet> excluded = Stream.of((isLayer3 ? "" : GoFields.text(config, "excludeSubnets")).split(",", -1))
                .flatMap(subnet -> IpSubnet.parse(GoSpace.trim(subnet)).stream())
                .toList();
        return ranges(JsonPath.ROOT, config)
                .flatMap(range -> range.subnet().stream())
                .filter(subnet -> !subnet.isMixed())
                .map(subnet -> AddressPool.of(
                        AddressRange.of(subnet, Optional.empty()), excluded, Set.of("OVN network " + network)))
                .toList();
    }

    @Override
    public Optional<String> ownAddresses(JsonObject config) {
        if (GoFields.text(config, "topology").isEmpty()) {
            return Optional.of("OVN");
        }
        String subnets = subnets(config);
        return Optional.of(subnets.isEmpty() ? "" : "OVN " + subnets.replaceAll("\\s*,\\s*", ", "));
    }

    @Override
    public boolean identifiesNetworkByName() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.NAMESPACE, Input.TOPOLOGY);
    }

    @Override
    public boolean needsSubnet(String topology) {
        return topology.equals("layer3");
    }

    @Override
    public boolean makesVeth() {
        return true;
    }
}
