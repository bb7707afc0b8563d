package dev.multihoming.core.multus;

import java.util.Optional;
import java.util.Set;

/// What can be the name of a network interface of a node, such as a bridge (facts C1, E).
public final class LinkName {
    /// `lo` is no bridge, and the kernel keeps its settings of all interfaces under the others (facts A5).
    private static final Set<String> RESERVED = Set.of("all", "default", "lo");

    private LinkName() {}

    /// Why no interface can have this name, as a clause that follows it: "is empty". Empty where one can.
    public static Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        return RESERVED.contains(name)
                ? Optional.of("is a name that Linux keeps for itself")
                : InterfaceName.refusal(name);
    }
}
