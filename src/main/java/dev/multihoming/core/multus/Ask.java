package dev.multihoming.core.multus;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What selections can ask for besides a network and the name of an interface. Few ask for anything: a rule about one
/// of these has nothing to look at where no selection asks for it.
public enum Ask {
    /// `ips`.
    ADDRESSES(item -> !item.ips().isEmpty()),
    /// `mac`.
    MAC(item -> !item.mac().isEmpty()),
    /// `infiniband-guid`.
    GUID(item -> !item.infinibandGuid().isEmpty()),
    /// `deviceID`.
    DEVICE(item -> !item.deviceId().isEmpty()),
    /// `portMappings`.
    PORT_MAPPINGS(item -> !item.portMappings().isEmpty()),
    /// `bandwidth`.
    BANDWIDTH(item -> item.bandwidth().isPresent()),
    /// `cni-args`.
    CNI_ARGS(item -> item.cniArgs() != null),
    /// `default-route`.
    DEFAULT_ROUTES(item -> !item.defaultRoutes().isEmpty()),
    /// By a key that nobody reads.
    IGNORED_KEY(NetworkSelection::hasIgnoredKey);

    private static final List<Ask> ALL = List.of(values());

    private final Predicate<NetworkSelection> isIn;

    Ask(Predicate<NetworkSelection> isIn) {
        this.isIn = isIn;
    }

    /// What one or another of them asks for.
    static Set<Ask> of(Collection<NetworkSelection> items) {
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        for (NetworkSelection item : items) {
            // The shorthand asks for nothing.
            if (item.element() != null) {
                for (Ask ask : ALL) {
                    if (ask.isIn.test(item)) {
                        asks.add(ask);
                    }
                }
            }
        }
        return Set.copyOf(asks);
    }
}
