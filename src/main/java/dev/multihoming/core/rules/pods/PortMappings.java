package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelection;
import java.util.List;

/// What makes an element's port mappings others than before, wherever they stand.
final class PortMappings {
    private PortMappings() {}

    static Object of(NetworkSelection item) {
        return item.portMappings().stream()
                .map(mapping ->
                        List.of(mapping.hostPort(), mapping.containerPort(), mapping.protocol(), mapping.hostIp()))
                .toList();
    }
}
