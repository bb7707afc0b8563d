package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ptp plugin 1.9.1 (node-behavior.md#dummy-and-ptp).
public final class PtpPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("ptp"),
                    Field.of("ipMasq", new Flag()),
                    Field.of("ipMasqBackend", Choice.of("iptables", "nftables")).whereTrue("ipMasq"),
                    Field.of("mtu", new Mtu()))
            .requiring(Requirement.always("ipam", "type"));

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
        return IpamNeed.REQUIRED;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.RANDOM);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("ipMasq", "Masquerade", "Hides the pod behind the node's address.")
                        .startingWith("false"),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    /// Each pod has a link to the node of its own.
    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Optional.empty();
    }

    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return SegmentUse.NONE;
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return Optional.of("the node");
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.IPAM);
    }

    /// ptp.go, `setupContainerVeth`.
    @Override
    public boolean routesThroughGateways() {
        return true;
    }

    @Override
    public boolean makesVeth() {
        return true;
    }

    /// The pod gets a route to the gateway through each interface, and cannot have two (ptp.go,
    /// `setupContainerVeth`: EEXIST). host-local has a gateway in every range.
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return GoFields.object(config, "ipam").stream()
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .flatMap(known -> known.pools(ipam).stream()))
                .flatMap(List::stream)
                .flatMap(range -> range.gateway().stream())
                .limit(1)
                .map(gateway -> new LinkClaim(LinkClaim.Kind.GATEWAY, gateway.toString()))
                .toList();
    }
}
