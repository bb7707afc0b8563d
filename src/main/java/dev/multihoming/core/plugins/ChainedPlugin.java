package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import java.util.Optional;

/// A plugin that configures an interface which a plugin before it in the list brought.
public non-sealed interface ChainedPlugin extends CniPlugin {
    @Override
    default IpamNeed ipam() {
        return IpamNeed.UNUSED;
    }

    @Override
    default MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.RANDOM);
    }

    /// That of the interface is the other plugin's.
    @Override
    default Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Optional.empty();
    }

    @Override
    default PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    default Optional<String> peer(JsonObject config, String resource, String device) {
        return Optional.empty();
    }
}
