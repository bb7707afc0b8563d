package dev.multihoming.node;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What keeps a machine from doing what a fixture asks of it. Each is looked for when the tests run, and explains only
/// the error that comes of it.
enum Obstacle {
    NO_PLUGIN(
            "a plugin that is not among the reference plugins", "failed to find plugin \"[^\"]*\" in path", _ -> false),
    NO_VLAN_FILTERING(
            "the kernel has no VLAN filtering on bridges",
            "vlan.*operation not supported|could not add.*operation not supported|failed to set vlan",
            makes("link add probe type bridge vlan_filtering 1")),
    NO_VLAN_LINKS(
            "the kernel has no VLAN links (8021q)",
            "failed to create vlan: operation not supported",
            makes("link add link uplink0 name probe type vlan id 5")),
    NO_IPVLAN(
            "the kernel has no ipvlan",
            "failed to create ipvlan: operation not supported",
            makes("link add link uplink0 name probe type ipvlan mode l2")),
    NO_DUMMY(
            "the kernel has no dummy links",
            "failed to create dummy: operation not supported",
            makes("link add probe type dummy")),
    NO_VRF(
            "the kernel has no VRFs",
            "could not add VRF.*operation not supported|vrf.*operation not supported",
            makes("link add probe type vrf table 77")),
    NO_DHCP_DAEMON(
            "no DHCP daemon runs on the node",
            "error dialing DHCP daemon",
            node -> node.node("test", "-S", "/run/cni/dhcp.sock").run("").succeeded()),
    NO_IPTABLES(
            "the node has no iptables",
            "iptables.*not found|[\"]?ip6?tables[\"]?: executable file not found",
            node -> node.node("env", "PATH=" + node.path(), "iptables", "--version")
                    .run("")
                    .succeeded()),
    NO_PCI_DEVICE(
            "the node has no such PCI device",
            "/sys/bus/pci/devices/.*no such file or directory",
            node -> node.node("test", "-e", "/sys/bus/pci/devices/0000:03:02.0")
                    .run("")
                    .succeeded());

    private final String meaning;
    private final Pattern error;
    private final Predicate<MultusNode> isThere;

    Obstacle(String meaning, String error, Predicate<MultusNode> isThere) {
        this.meaning = meaning;
        this.error = Pattern.compile(error, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.isThere = isThere;
    }

    /// Those that this machine has.
    static Set<Obstacle> of(MultusNode node) {
        node.renew(ConfigNeeds.of(List.of()).lines(Set.of()));
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        Stream.of(values()).filter(it -> !it.isThere.test(node)).forEach(found::add);
        return found;
    }

    boolean explains(String message) {
        return error.matcher(message).find();
    }

    String meaning() {
        return meaning;
    }

    private static Predicate<MultusNode> makes(String line) {
        return node -> {
            boolean made = node.node("ip", "-batch", "-").run(line + "\n").succeeded();
            node.node("ip", "link", "del", "probe").run("");
            return made;
        };
    }
}
