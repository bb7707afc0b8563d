package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is known about one CNI plugin. A plugin is one class and one line in [KnownPlugins]; no other
/// package asks for its name.
///
/// What has no safe default is abstract here or in [InterfacePlugin], so that a new class does not compile until it
/// answers. What most plugins do not do (use a link, take the default route) has that answer as its default.
public sealed interface CniPlugin permits InterfacePlugin, ChainedPlugin {
    /// Its config: fields and their forms, required fields, exclusions.
    PluginSpec spec();

    /// The oldest cniVersion it takes; [CniVersion#ABSENT] where it takes all.
    CniVersion cniVersionFloor();

    /// Whether its config needs an `ipam`.
    IpamNeed ipam();

    /// The capabilities whose runtimeConfig it reads.
    Set<String> capabilities();

    /// What it does with a requested hardware address, and which one the interface has otherwise.
    MacHandling mac();

    /// The fields that a person fills in, in the order of a form.
    List<FormField> form();

    /// The layer-2 domain that it attaches pods to; empty where the config does not tell.
    ///
    /// @param network the name that the document gives the network
    /// @param resource the device plugin's resource that the NAD names; else empty
    Optional<Segment> segment(JsonObject config, String network, String resource);

    /// How many pods of one node a network of this config can attach.
    PodsPerNode podsPerNode(JsonObject config);

    /// What the interface is connected to, in words; empty where that is not known.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    /// @param device that the pod requests; else empty
    Optional<String> peer(JsonObject config, String resource, String device);

    /// The names its binary is installed under.
    default Set<String> types() {
        return spec().types();
    }

    default List<Field> fields() {
        return spec().fields();
    }

    /// Whether it only works on an interface that a plugin before it made.
    default boolean chained() {
        return this instanceof ChainedPlugin;
    }

    default boolean isOf(CniConfig.Plugin plugin) {
        return types().contains(plugin.type());
    }

    /// What it does with `ips` of a selection; empty where its IPAM plugin decides.
    default Optional<IpsHandling> ips(JsonObject config) {
        return Optional.empty();
    }

    /// What decides the VLAN of the interface.
    default VlanSource vlanSource() {
        return VlanSource.CONFIG;
    }

    /// The key of the one VLAN that its port is in.
    default Optional<String> vlanKey() {
        return Optional.empty();
    }

    /// The key of the VLANs that arrive tagged.
    default Optional<String> trunkKey() {
        return Optional.empty();
    }

    /// All VLANs that its config asks for; none for a plugin that knows no VLANs.
    default List<VlanUse> vlans(JsonObject config) {
        return List.of();
    }

    /// The VLANs of the links of the node that it is built on, or moves into the pod.
    default List<VlanUse> vlansOfLinks(JsonObject config) {
        return List.of();
    }

    /// The links of the node that it attaches pods to, or moves into them.
    ///
    /// @param network the name that the document gives the network
    default List<LinkUse> links(JsonObject config, String network) {
        return List.of();
    }

    /// The link that must be on the node before a pod can be attached.
    default Optional<NodeLink> requiredLink(JsonObject config) {
        return Optional.empty();
    }

    /// The interfaces of the pod that it builds on.
    ///
    /// @param first whether it is the first plugin of its list
    default List<PodLinkUse> podLinks(JsonObject config, boolean first) {
        return List.of();
    }

    /// Whether its config repeats the name of another interface of the pod, which must not be renamed then.
    default boolean namesPodLinks(JsonObject config) {
        return podLinks(config, false).stream().anyMatch(use -> use.how() != PodLinkUse.How.DEFAULT_MASTER);
    }

    /// Those that must be in the pod before it can work.
    default List<PodLinkUse> requiredPodLinks(JsonObject config, boolean first) {
        return podLinks(config, first).stream()
                .filter(use -> use.how() != PodLinkUse.How.DEFAULT_MASTER)
                .toList();
    }

    /// What it takes on a node, or in a pod, that another attachment cannot have then.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    default List<LinkClaim> claims(JsonObject config, String resource) {
        return List.of();
    }

    /// Whether its interface has an end on the node, which limits of bandwidth are set on.
    default boolean makesVeth() {
        return false;
    }

    /// The VRF of the pod that it puts the interface into.
    default Optional<VrfUse> vrf(JsonObject config) {
        return Optional.empty();
    }

    /// Whether it may add, move or remove routes that other plugins set.
    default boolean changesRoutes() {
        return false;
    }

    /// The link on which no two of its interfaces can have one hardware address; empty where they can.
    default Optional<String> distinctMacsOn(JsonObject config) {
        return Optional.empty();
    }

    /// The devices of the node that its config names, and that it takes into the pod.
    default Stream<DeviceUse> devices(JsonObject config) {
        return DeviceUse.KEYS.stream()
                .filter(key -> fields().stream().anyMatch(field -> field.key().equals(key)))
                .map(key -> new DeviceUse(key, GoFields.text(config, key)));
    }

    /// The keys of which one must name its device where the kubelet reserves none; none for a plugin without devices.
    default List<String> deviceKeys() {
        return List.of();
    }

    /// Whether it takes devices of the node whatever its config names.
    default boolean alwaysTakesNodeDevice() {
        return false;
    }

    /// What of its own config takes the pod's default route away from eth0.
    default Stream<DefaultRouteUse> defaultRoutes(CniConfig.Plugin plugin) {
        return Stream.empty();
    }

    /// The ranges that it assigns addresses from itself.
    default Stream<RangeText> ranges(JsonPath path, JsonObject config) {
        return Stream.empty();
    }

    /// The addresses that it assigns itself, with who keeps the account of them.
    ///
    /// @param network the name that the document gives the network
    default List<AddressPool> addressPools(JsonObject config, String network) {
        return List.of();
    }

    /// Where addresses come from, in words, if it assigns them itself: an empty text where there are none. Empty where
    /// an IPAM plugin does.
    default Optional<String> ownAddresses(JsonObject config) {
        return Optional.empty();
    }

    /// Whether a network's name identifies it in the whole cluster, and its config repeats which NAD it is in.
    default boolean identifiesNetworkByName() {
        return false;
    }

    /// Whether it sets the gateway of each address on its link of the node, which takes one address of a family.
    default boolean holdsOneGateway(JsonObject config) {
        return false;
    }

    /// Whether it sends all of an address's subnet through that address's gateway, which each must then have.
    default boolean routesThroughGateways() {
        return false;
    }

    /// What to write in place of a key that another plugin reads, an imperative sentence; empty for no advice.
    default Optional<String> insteadOf(String key) {
        return Optional.empty();
    }

    /// The fields of its config whose text it hands to another program of the node, or uses as a path there.
    default List<HandedOn> handedOn() {
        return List.of();
    }

    /// The keys of lists of words that it puts into firewall rules of the node.
    default List<String> firewallConditions() {
        return List.of();
    }

    /// Fields that a mutation may add where they are absent.
    default Set<String> injectedFields() {
        return Set.of();
    }

    /// What must be known to write a config of it.
    default List<Input> inputs() {
        return List.of();
    }

    /// What of its config only newer ones of the supported releases take.
    default List<NewInRelease> newInReleases() {
        return List.of();
    }

    /// Whether its interface comes with addresses, to which an IPAM plugin only adds.
    default boolean bringsAddresses(JsonObject config) {
        return false;
    }

    /// Whether a network of that topology needs a subnet.
    default boolean needsSubnet(String topology) {
        return false;
    }

    /// What must be known to write a config, whatever key says it.
    enum Input {
        BRIDGE,
        MASTER,
        VLAN,
        RESOURCE,
        IPAM,
        NAMESPACE,
        TOPOLOGY
    }
}
