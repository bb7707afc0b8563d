package dev.multihoming.core.multus;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What selections can ask for besides a network and the name of an interface. Few ask for anything: a rule about one
/// of these has nothing to look at where no selection asks for it.
public enum Ask {
    /// `ips`.
    ADDRESSES,
    /// `mac`.
    MAC,
    /// `infiniband-guid`.
    GUID,
    /// `deviceID`.
    DEVICE,
    /// `portMappings`.
    PORT_MAPPINGS,
    /// `bandwidth`.
    BANDWIDTH,
    /// `cni-args`.
    CNI_ARGS,
    /// `default-route`.
    DEFAULT_ROUTES,
    /// By a key that is not read.
    IGNORED_KEY;

    private static final List<Ask> ALL = List.of(values());

    /// What one or another of them asks for.
    static Set<Ask> of(Collection<NetworkSelection> items) {
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        for (NetworkSelection item : items) {
            // The shorthand asks for nothing.
            if (item.element() != null) {
                for (Ask ask : ALL) {
                    if (ask.isIn(item)) {
                        asks.add(ask);
                    }
                }
            }
        }
        return asks;
    }

    private boolean isIn(NetworkSelection item) {
        return switch (this) {
            case ADDRESSES -> !item.ips().isEmpty();
            case MAC -> !item.mac().isEmpty();
            case GUID -> !item.infinibandGuid().isEmpty();
            case DEVICE -> !item.deviceId().isEmpty();
            case PORT_MAPPINGS -> !item.portMappings().isEmpty();
            case BANDWIDTH -> item.bandwidth().isPresent();
            case CNI_ARGS -> item.cniArgs() != null;
            case DEFAULT_ROUTES -> !item.defaultRoutes().isEmpty();
            case IGNORED_KEY -> item.hasIgnoredKey();
        };
    }
}
