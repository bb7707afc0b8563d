package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import java.util.HashMap;
import java.util.Map;

/// Networks of a test, by `namespace/name`.
final class SomeNetworks implements NetworkConfig.Source {
    private final Map<String, NetworkConfig> networks = new HashMap<>();

    SomeNetworks with(String ref, String config) {
        return with(ref, config, "");
    }

    SomeNetworks with(String ref, String config, String resource) {
        networks.put(ref, new NetworkConfig.Written(CniConfigReader.read(config.replace('\'', '"')), resource));
        return this;
    }

    SomeNetworks with(String ref, NetworkConfig network) {
        networks.put(ref, network);
        return this;
    }

    @Override
    public NetworkConfig of(NadRef ref) {
        return networks.getOrDefault(ref.toString(), new NetworkConfig.Absent());
    }
}
