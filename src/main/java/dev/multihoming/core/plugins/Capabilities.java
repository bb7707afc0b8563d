package dev.multihoming.core.plugins;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The names of capabilities, which libcni compares letter by letter (node-behavior.md#requests-and-capabilities).
public final class Capabilities {
    /// What Multus hands on to a plugin that declares it (multus 4.3.0, pkg/types/conf.go, `mergeCNIRuntimeConfig`).
    private static final List<String> OF_MULTUS =
            List.of("mac", "ips", "portMappings", "bandwidth", "infinibandGUID", "deviceID", "CNIDeviceInfoFile");

    /// What other runtimes hand on (the CNI conventions). Configs that were written for them are no mistake.
    private static final Set<String> OF_OTHERS = Set.of("ipRanges", "dns", "aliases", "cgroupPath");

    private Capabilities() {}

    public static boolean exists(String name) {
        return OF_MULTUS.contains(name) || OF_OTHERS.contains(name);
    }

    /// The one that is spelt with the same letters; empty where there is none.
    public static Optional<String> meant(String name) {
        return OF_MULTUS.stream()
                .filter(known -> letters(known).equals(letters(name)))
                .findFirst();
    }

    private static String letters(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
