package dev.multihoming.core.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The table of known errors, the more specific before the general. `NodeErrorsTest` compares it with what NodeIT
/// records of the real Multus.
public final class NodeErrors {
    /// An event's text can be as long as its author likes.
    private static final int MOST_CHARS = 16 * 1024;

    private static final List<NodeError> ALL = List.of(
            error(
                    "cannot find a network-attachment-definition",
                    "The NAD does not exist in the namespace that is asked.",
                    "Create it, or correct the name in the annotation.",
                    "MH107"),
            error(
                    "parsePodNetworkAnnotation|resource name may not be empty|invalid resource name",
                    "Multus cannot read the annotation.",
                    "Run `multihoming check` on the pod.",
                    "MH101"),
            error(
                    "is not a VRF|already exist with different routing table|has already a master set",
                    "A VRF of the network does not fit the others of the pod, or has the name of an interface.",
                    "Give it another name in the network, or the routing table that it has.",
                    "MH133",
                    "MH138",
                    "MH210",
                    "MH241"),
            error(
                    "interface name \\S+ already exists",
                    "Two networks have one interface name, or it is eth0 or lo.",
                    "Give each network a name of its own, or leave the names out.",
                    "MH104",
                    "MH108",
                    "MH110"),
            error(
                    "interface name (is|contains) |Failed to parse interface name|failed to make veth pair",
                    "The interface name or the MAC address is not possible.",
                    "Write net1, net2 and so on, and a unicast MAC address of six bytes.",
                    "MH106",
                    "MH123"),
            error(
                    "multus does not support ECMP for default-route",
                    "Two networks ask for the default route.",
                    "Leave default-route to one network of each family.",
                    "MH114"),
            error(
                    "unable to set up nftables|unable to (setup|set up) DNAT|Invalid (host|container) port number",
                    "The port mapping is not possible.",
                    "Correct portMappings.",
                    "MH124",
                    "MH210",
                    "MH604"),
            error(
                    "panic: ",
                    "Multus or a plugin crashed on the configuration.",
                    "Run `multihoming check` on the NAD.",
                    "MH201",
                    "MH202",
                    "MH204",
                    "MH603",
                    "MH605",
                    "MH606"),
            error(
                    "missing network name|at least one delegate/clusterNetwork",
                    "The NAD runs Multus again.",
                    "Name the plugin itself.",
                    "MH206"),
            error(
                    "incompatible CNI|does not support the \"cniVersion\"|PluginConf\\.cniVersion|invalid type for cniVersions",
                    "The plugin does not speak this cniVersion.",
                    "Write \"cniVersion\": \"0.3.1\" or a later one.",
                    "MH208",
                    "MH209"),
            error(
                    "cannot convert: no valid IP addresses|does not support more than 1 address",
                    "A network without addresses, or with two of one family, needs cniVersion 0.3.0 or later.",
                    "Raise cniVersion.",
                    "MH209"),
            error(
                    "invalid characters found in network name|PluginConf\\.name",
                    "The network's name is not possible.",
                    "Correct \"name\" in the config.",
                    "MH207"),
            error(
                    "invalid plugin name|PluginConf\\.type|missing 'type'|must have the 'type' or",
                    "The config does not name its plugin.",
                    "Correct \"type\".",
                    "MH204",
                    "MH205"),
            error(
                    "failed to unmarshal Spec\\.Config|error unmarshalling delegate conflist|cannot unmarshal",
                    "The NAD's config is not what CNI takes.",
                    "Run `multihoming check` on the NAD.",
                    "MH201",
                    "MH210"),
            error(
                    "failed to find plugin",
                    "The plugin's binary is not on this node.",
                    "Install the plugin on every node, or correct \"type\".",
                    "MH205",
                    "MH220"),
            error(
                    "cannot use IPAM when|cannot set hairpin mode and promiscuous mode",
                    "Two options of the config exclude each other.",
                    "Remove one of them.",
                    "MH211"),
            error(
                    "requires an IPAM|no plugin name provided|(burst|rate) must also be set|is required|valid vrf name",
                    "A field that the plugin needs is missing.",
                    "Add it; `multihoming explain MH216` lists them.",
                    "MH132",
                    "MH216",
                    "MH252"),
            error(
                    "cannot set vlan and vlanTrunk at the same time",
                    "The CNI plugins of this node are older than 1.8.0, and refuse the two together.",
                    "Update the CNI plugins, or remove one of the two.",
                    "MH252"),
            error(
                    "missing IP config",
                    "The IPAM plugin has no address: neither the network nor the pod names one.",
                    "Write ips in the annotation, or addresses in ipam.",
                    "MH137",
                    "MH216",
                    "MH247"),
            error(
                    "[pP]revResult|must be called as chained plugin",
                    "A chained plugin is the first of its list.",
                    "Put the plugin that creates the interface before it.",
                    "MH217",
                    "MH601"),
            error(
                    "invalid range set|overlaps with|is after RangeEnd|no IP ranges specified|invalid CIDR|could not parse exclude range|net mask is too short",
                    "The address range is not possible.",
                    "Correct ipam.",
                    "MH210",
                    "MH218"),
            error(
                    "no IP addresses available|Could not allocate IP in range|IPAM pool exhausted",
                    "All addresses of the range are in use.",
                    "Widen the range, or delete reservations of pods that are gone."),
            error(
                    "failed to allocate all requested IPs|is subnet's gateway|invalid IP address|expected to be in CIDR"
                            + "|is not available in range set",
                    "The pod asks for an address that the network does not give.",
                    "Correct ips in the annotation.",
                    "MH128"),
            error(
                    "NOT in CIDR notation",
                    "An address has no prefix length, or is none.",
                    "Correct ips, in the annotation or in args of the network.",
                    "MH128",
                    "MH239"),
            error(
                    "invalid MAC address|address already in use",
                    "The pod asks for a MAC address that its interface cannot have.",
                    "Correct mac in the annotation.",
                    "MH123",
                    "MH130"),
            error(
                    "failed to (add|delete) route|not the same IP family",
                    "The kernel refuses a route of the network.",
                    "Correct the routes and gateways in ipam.",
                    "MH238",
                    "MH245"),
            error(
                    "failed to add IP addr",
                    "The kernel refuses an address of the network.",
                    "Correct the addresses in ipam.",
                    "MH239",
                    "MH128"),
            error(
                    "already has an IP address different from",
                    "The bridge is the gateway of another subnet.",
                    "Give each bridge one gateway, or another bridge to each network.",
                    "MH240"),
            error(
                    "has no veth peer|peer provided|No IP addresses supplied on interface",
                    "The plugins of the network do not work together.",
                    "Run `multihoming check` on the NAD.",
                    "MH241",
                    "MH132"),
            error(
                    "/run/cni/dhcp\\.sock",
                    "The DHCP daemon does not run on this node.",
                    "Run the daemon of the dhcp plugin on every node."),
            error(
                    "invalid static gateway|multiple IPv",
                    "sbr takes one IPv4 and one IPv6 address as gateways.",
                    "Correct gateways.",
                    "MH210",
                    "MH211"),
            error("specify either \"device\"", "host-device does not name a device.", "Name one.", "MH219"),
            error(
                    "Bridge VLAN filtering|vlan_filtering|failed to set vlan filtering|could not add .*: (invalid|operation)",
                    "The bridge or the kernel of this node does not take this VLAN.",
                    "Use a VLAN from 0 to 4094, and a kernel with VLAN filtering.",
                    "MH210"),
            error(
                    "contains iptables-specific options",
                    "The conditions are iptables options.",
                    "Write nftables conditions.",
                    "MH602"),
            error(
                    "Link not found|failed to lookup (master|iface)|failed to find physical interface"
                            + "|network is unreachable|no route to host",
                    "An interface, a bridge or a gateway that the config names is not there.",
                    "Create it on the node, or correct master, bridge or gateway.",
                    "MH229",
                    "MH210"),
            error(
                    "file exists|device or resource busy",
                    "Something on the node already has this interface or its parent.",
                    "Use one interface plugin for each network, and not macvlan and ipvlan on one parent."),
            error(
                    "should be configured simultaneously|invalid VLAN ID|name too long|is not a VRF|invalid argument"
                            + "|cannot assign requested address",
                    "A value is not one that the kernel or the plugin takes.",
                    "Run `multihoming check` on the NAD and the pod.",
                    "MH210",
                    "MH123"),
            error(
                    "lstat |mkdir |open /|failed to read directory|no such file",
                    "A file or folder is not on the node.",
                    "Correct the path; configs may not reach into the node's files.",
                    "MH602"),
            error(
                    "resource temporarily unavailable",
                    "The plugin starts itself without end.",
                    "Do not name an interface plugin or Multus as ipam.",
                    "MH601",
                    "MH606"),
            error(
                    "Insufficient [a-z0-9.-]+\\.[a-z0-9-]+/",
                    "No node has as many free devices of the resource as the pod asks for.",
                    "Ask for fewer devices, or let the device plugin offer more; the networks' resourceName must be one that nodes have."));

    private NodeErrors() {}

    /// In the order of the documentation.
    public static List<NodeError> all() {
        return List.copyOf(ALL);
    }

    /// The most specific error that the text reports; empty where it reports no known one.
    public static Optional<NodeError> in(String text) {
        String head = text.substring(0, Math.min(text.length(), MOST_CHARS));
        return ALL.stream().filter(error -> error.isIn(head)).findFirst();
    }

    private static NodeError error(String pattern, String cause, String remedy, String... rules) {
        return new NodeError(Pattern.compile(pattern), cause, remedy, List.of(rules));
    }
}
