package dev.multihoming.node;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What keeps a machine from doing what a fixture asks of it. Each is looked for when the tests run, by a command that
/// fails on a node that has it, and explains only the error that comes of it.
enum Obstacle {
    NO_PLUGIN(
            "a plugin that is not among the reference plugins",
            "failed to find plugin \"[^\"]*\" in path",
            "/bin/false"),
    NO_VLAN_FILTERING(
            "the kernel has no VLAN filtering on bridges",
            "could not add .*operation not supported|failed to set(up)? vlan",
            "ip link add probe1 type bridge vlan_filtering 1"),
    NO_VLAN_LINKS(
            "the kernel has no VLAN links (8021q)",
            "failed to create vlan: operation not supported",
            "ip link add link uplink0 name probe2 type vlan id 5"),
    NO_IPVLAN(
            "the kernel has no ipvlan",
            "failed to create ipvlan: operation not supported"
                    // In the pod the plugin goes on as if it had made one.
                    + "|failed to rename ipvlan to \\S+: Link not found",
            "ip link add link uplink0 name probe3 type ipvlan mode l2"),
    NO_DUMMY(
            "the kernel has no dummy links",
            "failed to create dummy: operation not supported",
            "ip link add probe4 type dummy"),
    NO_VRF(
            "the kernel has no VRFs",
            "could not add VRF.*operation not supported|vrf.*operation not supported",
            "ip link add probe5 type vrf table 77"),
    NO_DHCP_DAEMON(
            "no DHCP daemon runs on the node", "error dialing DHCP daemon", "/usr/bin/test -S /run/cni/dhcp.sock"),
    NO_IPTABLES(
            "the node has no iptables",
            "iptables.*not found|[\"]?ip6?tables[\"]?: executable file not found",
            "iptables --version"),
    NO_RESOLVED(
            "the node has no systemd-resolved",
            "open /run/systemd/resolve/resolv.conf: no such file",
            "/usr/bin/test -e /run/systemd/resolve/resolv.conf"),
    NO_WHEREABOUTS_KUBECONFIG(
            "the node keeps whereabouts' kubeconfig elsewhere",
            "open /etc/kubernetes/cni/net.d/whereabouts.d/whereabouts.kubeconfig: no such file",
            "/usr/bin/test -e /etc/kubernetes/cni/net.d/whereabouts.d/whereabouts.kubeconfig"),
    NO_PCI_DEVICE(
            "the node has no such PCI device",
            "/sys/bus/pci/devices/.*no such file or directory",
            "/usr/bin/test -e /sys/bus/pci/devices/0000:03:02.0");

    private final String meaning;
    private final Pattern error;
    private final String probe;

    Obstacle(String meaning, String error, String probe) {
        this.meaning = meaning;
        this.error = Pattern.compile(error, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.probe = probe;
    }

    /// Those that this machine has.
    static Set<Obstacle> of(MultusNode node) {
        node.renew(ConfigNeeds.of(List.of()).lines(Set.of()));
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        Stream.of(values())
                .filter(it -> !node.tries(List.of(it.probe.split(" ", -1))))
                .forEach(found::add);
        return found;
    }

    boolean explains(String message) {
        return error.matcher(message).find();
    }

    String meaning() {
        return meaning;
    }
}
