package dev.multihoming.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Failures of a plugin that blame the machine and not the config.
///
/// Whatever is not listed here counts against the config, so that a new message is looked at.
final class MachineLimits {
    private static final List<Limit> LIMITS = List.of(
            new Limit("(vlan|could not add) .*operation not supported", "this kernel has no VLAN filtering on bridges"),
            new Limit("failed to find plugin \"text\"", "a plugin that others may have"),
            new Limit(
                    "executable file not found|no such file or directory.*(iptables|nft)", "no iptables on this node"),
            new Limit("[Ii]ptables.*not found", "no iptables on this node"),
            new Limit("nftables backend was requested but configuration contains", "no iptables on this node"),
            new Limit(
                    "^Link not found$|host device: Link not found|failed to get bridge|/sys/bus/pci/devices/|not found or unsupported",
                    "a device that others may have"),
            new Limit(
                    "no default route interface found|invalid MTU 6553[45], must be", "a master that others may have"),
            new Limit("(read|open) text: ", "a file that others may have"),
            new Limit("failed set socket label", "no SELinux here"),
            new Limit("write /proc/sys/net/", "a kernel setting that takes other values"));

    private MachineLimits() {}

    /// Which of this machine's limits the message tells of.
    static Optional<String> in(String message) {
        return LIMITS.stream()
                .filter(limit ->
                        Pattern.compile(limit.pattern()).matcher(message).find())
                .map(Limit::meaning)
                .findFirst();
    }

    private record Limit(String pattern, String meaning) {}
}
