package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dummy plugin 1.9.1 (node-behavior.md#dummy-and-ptp): nothing but an address.
public final class DummyPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(Set.of("dummy")).requiring(Requirement.always("ipam", "type"));

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
        return List.of();
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

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
        return Optional.of("nothing");
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.IPAM);
    }
}
