package dev.multihoming.node;

import static dev.multihoming.node.NodeTruth.Kind.MISSING;
import static dev.multihoming.node.NodeTruth.Kind.POLICY;
import static dev.multihoming.node.NodeTruth.Kind.REFUSED;
import static dev.multihoming.node.NodeTruth.Kind.SILENT;
import static dev.multihoming.node.NodeTruth.Kind.UNTOLD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the node does with an object that a rule finds: the table of all rules about pods and NADs, and of the
/// fixtures that it treats differently from most of their rule.
///
/// @param error what Multus says where it refuses
record NodeTruth(Kind kind, Pattern error) {
    /// What becomes of a pod.
    enum Kind {
        /// It never starts.
        REFUSED,
        /// It starts as its author meant it; a policy forbids that.
        POLICY,
        /// It starts without the interface.
        MISSING,
        /// It starts, or waits for a node, and differs from what its author meant.
        SILENT,
        /// It never starts, and no rule says so yet.
        UNTOLD
    }

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String NAME_TAKEN = "validateIfName: interface name \\S+ already exists";
    private static final String NO_LINK = "Link not found";
    private static final String UNREADABLE =
            "parsePodNetworkAnnotation|resource name may not be empty|invalid resource name";
    private static final String IPTABLES_OPTIONS = "contains iptables-specific options";
    private static final Map<String, NodeTruth> RULES = new TreeMap<>();
    private static final Map<String, NodeTruth> FIXTURES = new TreeMap<>();

    static {
        refused("MH101", UNREADABLE);
        rules(SILENT, "MH102", "MH112", "MH116", "MH117", "MH118", "MH120", "MH121");
        // Its plugin is not among those that run here.
        refused("MH115", NOTHING.pattern());
        rules(POLICY, "MH103", "MH105", "MH109", "MH111", "MH113", "MH119", "MH122");
        refused("MH104", NAME_TAKEN);
        refused("MH106", "interface name (is|contains) |Failed to parse interface name|failed to make veth pair");
        refused("MH107", "cannot find a network-attachment-definition");
        refused("MH108", NAME_TAKEN);
        refused("MH110", NAME_TAKEN);
        refused("MH114", "multus does not support ECMP for default-route");
        refused("MH123", "failed to create macvlan: (cannot assign requested address|invalid argument)");
        refused(
                "MH124",
                "unable to set up nftables|unable to (setup|set up) DNAT|Invalid (host|container) port number");
        refused(
                "MH128",
                "failed to allocate all requested IPs|is subnet's gateway|invalid IP address|expected to be in CIDR"
                        + "|is not available in range set|file exists|does not support more than 1 address"
                        + "|NOT in CIDR notation|network is unreachable|cannot unmarshal string");
        refused("MH130", "address already in use|failed to create macvlan: invalid argument|invalid MAC address");
        refused("MH132", "(burst|rate) must also be set|has no veth peer");
        refused(
                "MH133",
                NO_LINK
                        + "|failed to find physical interface|device or resource busy|invalid argument|file exists|no IP addresses available|already exist with different routing table");
        refused("MH134", NO_LINK);
        refused("MH138", "is not a VRF|interface name \\S+ already exists|file exists");
        refused("MH135", "network is unreachable|no route to host");
        rules(SILENT, "MH129", "MH131", "MH136");
        refused("MH137", "missing IP config");
        // A single pod starts; the second one on its node does not.
        rules(SILENT, "MH270", "MH271");
        rules(POLICY, "MH125", "MH237");
        rules(SILENT, "MH126", "MH127", "MH234", "MH235", "MH236");
        refused("MH201", "failed to unmarshal Spec.Config|panic: assignment to entry in nil map");
        rules(
                SILENT, "MH202", "MH203", "MH213", "MH214", "MH215", "MH221", "MH222", "MH224", "MH228", "MH230",
                "MH248", "MH232", "MH249", "MH250", "MH251");
        rules(SILENT, "MH233");
        rules(POLICY, "MH206", "MH212", "MH225", "MH226", "MH227", "MH231");
        refused(
                "MH204",
                "missing 'type'|must have the 'type' or|error unmarshalling delegate conflist|panic: runtime error");
        refused("MH205", "invalid plugin name|failed to find plugin \"macvlan \"|PluginConf\\.type");
        refused(
                "MH207",
                "invalid characters found in network name|missing network name|PluginConf\\.name|file name too long");
        refused("MH208", "incompatible CNI versions|PluginConf\\.cniVersion|invalid type for cniVersions");
        refused(
                "MH209",
                "cannot convert: no valid IP addresses|does not support more than 1 address|plugin does not support the \"cniVersion\"|incompatible CNI");
        refused(
                "MH210",
                "cannot unmarshal|cannot assign requested address|could not add .*: invalid argument|" + NO_LINK
                        + "|invalid CIDR address|should be configured simultaneously|invalid VLAN ID|name too long|invalid CIDR|invalid IP address|is not a VRF|could not parse exclude range|invalid static gateway"
                        + "|failed to create macvlan: invalid argument|to tempNS: invalid argument");
        refused("MH211", "cannot use IPAM when|cannot set hairpin mode and promiscuous mode|multiple IPv");
        refused(
                "MH216",
                "requires an IPAM|no plugin name provided|no IP ranges specified|burst must also be set|is required|valid vrf name");
        refused("MH217", "[pP]revResult");
        refused(
                "MH218",
                "invalid range set|is after RangeEnd|overlaps with|no IP addresses available|net mask is too short");
        refused("MH219", "specify either \"device\"");
        refused("MH220", "failed to find plugin");
        // Its plugin is not among those that run here: what it says will be looked at when it does.
        refused("MH223", NOTHING.pattern());
        refused("MH229", NO_LINK);
        refused(
                "MH238",
                "failed to add route .*(network is unreachable|no route to host|file exists|invalid argument|not the same IP family)");
        refused("MH239", "failed to add IP addr|NOT in CIDR notation");
        refused("MH240", "already has an IP address different from");
        refused(
                "MH241",
                "file exists|peer provided|has no veth peer|has already a master set|No IP addresses supplied on interface");
        rules(SILENT, "MH242", "MH243", "MH246", "MH252");
        // Its plugin is not among those that run here.
        refused("MH244", NOTHING.pattern());
        refused("MH245", "failed to (add|delete) route|failed to add IP addr");
        refused("MH247", "missing IP config");
        // A plugin that runs itself is stopped by the bound of this test.
        refused(
                "MH601",
                "^stopped: |resource temporarily unavailable|must be called as chained plugin|prevResult|valid vrf name");
        rules(POLICY, "MH602", "MH604");
        refused("MH603", "panic: ");
        refused("MH605", "panic: ");
        refused("MH606", "^stopped: |panic: |resource temporarily unavailable");

        harm();
        fixture("MH124 fail another-family", SILENT, NOTHING.pattern());
        fixture("MH123 fail guid-of-six-bytes", SILENT, NOTHING.pattern());
        fixture("MH202 fail plugins-in-capitals", REFUSED, "panic: ");
        fixture("MH206 fail ipam", REFUSED, "at least one delegate/clusterNetwork must be specified");
        fixture("MH206 fail plugin", REFUSED, "missing network name");
        fixture("MH212 fail more-plugins-than-any-chain", REFUSED, "error unmarshalling delegate conflist");
        fixture("MH212 fail nothing-else-is-judged", REFUSED, "failed to unmarshal Spec.Config");
        // Here no interface is called enet1; where one is, its settings change.
        fixture("MH234 fail own-name-in-another-place", REFUSED, "open /proc/sys/net/ipv6/conf/enet1/disable_ipv6");
        fixture("MH229 fail misspelt-bridge", SILENT, NOTHING.pattern());
        // As an IPAM plugin host-device calls itself, without end.
        fixture("MH231 fail host-device", REFUSED, "^stopped: ");
        fixture("MH241 fail ipam-as-type", MISSING, NOTHING.pattern());
        fixture("MH241 fail loopback-first", MISSING, NOTHING.pattern());
        fixture("MH243 fail nothing-left", REFUSED, "Could not allocate IP in range");
        fixture("MH243 fail no-range", REFUSED, "missing IP config");
        // A pod on that network alone has no such link: MH134 says so of the pod.
        fixture("MH229 pass link-of-the-pod", REFUSED, NO_LINK);
        fixture("MH231 pass links-of-the-pod", REFUSED, NO_LINK);
        fixture("MH225 pass bond-of-two-others", REFUSED, "MH134 missing-pod-link");
        // The pod of this test brings no address.
        fixture("MH247 pass brought-by-the-pods", REFUSED, "MH137 missing-address-request");
        fixture("MH247 fail empty-list", REFUSED, "MH137 missing-address-request");
        fixture("MH247 fail no-addresses", REFUSED, "MH137 missing-address-request");
        // The device of this test has no address.
        fixture("MH241 pass sbr-on-a-device-with-addresses", REFUSED, "No IP addresses supplied on interface");
        // The kernel takes one of IPv4, and no host can answer from it.
        fixture("MH239 fail multicast", SILENT, NOTHING.pattern());
        olderPlugins(Optional.ofNullable(System.getenv("MATRIX_CNI_PLUGINS")).orElse("1.10.0"));
    }

    /// What a release of the CNI plugins that `make matrix` tries does, and the newest does not
    /// (node-behavior.md#releases-of-the-cni-plugins).
    private static void olderPlugins(String release) {
        int minor = Integer.parseInt(release.substring(release.indexOf('.') + 1, release.lastIndexOf('.')));
        if (minor < 8) {
            for (String trunkBesideVlan : List.of(
                    "MH210 pass every-bridge-field",
                    "MH231 fail more-than-the-trunk",
                    "MH231 fail trunk",
                    "MH231 fail trunk-beyond-the-segments",
                    "MH231 pass within",
                    "MH249 fail trunk-grows-into-the-segment",
                    "MH249 fail within-a-trunk",
                    "MH249 pass shared-by-the-policy",
                    "MH252 fail trunk-beside-a-vlan")) {
                fixture(trunkBesideVlan, REFUSED, "cannot set vlan and vlanTrunk at the same time");
            }
        }
        if (minor < 10) {
            for (String accepted : List.of(
                    "MH210 fail flag-of-host-device-as-text",
                    "MH210 fail gateway-of-sbr-is-no-address",
                    "MH211 fail two-gateways-of-a-family",
                    "MH218 fail gateway-outside",
                    "MH218 fail start-at-the-broadcast-address")) {
                fixture(accepted, SILENT, NOTHING.pattern());
            }
            fixture("MH247 pass addresses-of-the-device", REFUSED, "missing IP config");
        }
    }

    /// Of what harms a node. Some of it fails here, for want of the file or device that it names, or after the harm.
    private static void harm() {
        fixture("MH105 fail harmful", REFUSED, "^stopped: ");
        fixture("MH210 fail protocol-in-capitals", REFUSED, "unable to set up nftables");
        fixture("MH602 fail device-climbs", REFUSED, "lstat /sys/bus/devices: no such file");
        fixture("MH602 fail in-another-spelling", REFUSED, "mkdir /blue: read-only");
        fixture("MH602 fail state-in-the-root", REFUSED, "mkdir /blue: read-only");
        for (String name : List.of("beginning-of-an-option", "match", "program")) {
            fixture("MH602 fail iptables-" + name, REFUSED, IPTABLES_OPTIONS);
        }
        fixture("MH602 fail mark-chain", REFUSED, IPTABLES_OPTIONS);
        fixture("MH602 fail kernel-path-climbs", REFUSED, "failed to read directory /tmp/x/net");
        fixture("MH602 fail previous-result", MISSING, NOTHING.pattern());
        fixture("MH602 fail protocol-in-the-config", SILENT, NOTHING.pattern());
        fixture("MH602 fail resolv-conf", REFUSED, "open /etc/shadow");
        fixture("MH602 fail whereabouts-kubeconfig", REFUSED, "k.kubeconfig: no such file");
        fixture("MH602 fail state-of-local-volumes", REFUSED, "mkdir /mnt/disks: read-only");
        fixture("MH124 fail null", REFUSED, "Invalid container port number");
        // They panic for pods with cni-args: NodeHarmIT.
        fixture("MH603 fail args-in-a-chain", SILENT, NOTHING.pattern());
        fixture("MH604 fail another-protocol", REFUSED, "unable to set up nftables");
        fixture("MH604 fail in-another-spelling", REFUSED, "unable to set up nftables");
        fixture("MH604 fail long-s-in-the-protocol", REFUSED, "unable to set up nftables");
        fixture("MH606 fail in-the-short-form", REFUSED, "cannot unmarshal array");
        fixture("MH606 fail of-another-namespace", REFUSED, "mkdir /blue: read-only");
    }

    static Map<String, NodeTruth> ofRules() {
        return RULES;
    }

    static Map<String, NodeTruth> ofFixtures() {
        return FIXTURES;
    }

    static NodeTruth of(String code) {
        return Optional.ofNullable(RULES.get(code)).orElseThrow();
    }

    boolean isWithoutInterface() {
        return kind == MISSING;
    }

    boolean refuses() {
        return kind == REFUSED || kind == UNTOLD;
    }

    private static void refused(String code, String error) {
        RULES.put(code, new NodeTruth(REFUSED, Pattern.compile(error)));
    }

    private static void rules(Kind kind, String... codes) {
        for (String code : codes) {
            RULES.put(code, new NodeTruth(kind, NOTHING));
        }
    }

    private static void fixture(String name, Kind kind, String error) {
        FIXTURES.put(name, new NodeTruth(kind, Pattern.compile(error)));
    }
}
