package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.GoIp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text must be where a plugin hands it to another program of the node, or uses it as a path there, as root.
///
/// Wider than what works: a text of a safe form can still be wrong, which is for other rules to say. Narrower
/// than what the other program would take.
public enum SafeText {
    /// A transport protocol in any case. portmap writes it into an nftables rule as it stands (plugins 1.10.0,
    /// `portmap_nftables.go`, `forwardPorts`).
    PROTOCOL("\"tcp\", \"udp\" or \"sctp\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || PROTOCOLS.contains(text.toLowerCase(Locale.ROOT)),
                    "is not tcp, udp or sctp, and is written into the node's firewall rules");
        }
    },
    /// An IP address; empty counts as absent. portmap takes what it cannot parse for an IPv6 address, and
    /// writes it into an nftables rule as it stands.
    HOST_IP("an IP address of the node") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || GoIp.parse(text).isPresent(),
                    "is not an IP address, and is written into the node's firewall rules");
        }
    },
    /// The name of an iptables chain. `iptables -S` takes one that begins with a hyphen for an option (plugins 1.10.0,
    /// `utils.EnsureChain`), and the option `--modprobe` names a program that it runs.
    CHAIN("the name of a chain: at most 28 letters, digits, '-', '_', '.' and ':'") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || CHAIN_NAME.matcher(text).matches(),
                    "is not the name of a chain, and is an argument of iptables on the node");
        }
    },
    /// The folder in which a plugin keeps files, by names and with contents of its own. host-local reads every
    /// file below it at each DEL, devices too (plugins 1.10.0, `disk/backend.go`).
    STATE_FOLDER("a folder of its own, such as \"/var/lib/cni/networks\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || NodePath.isStateFolder(text),
                    "is not a folder that a network may use, and a plugin reads and writes it as root");
        }
    },
    /// The file from which host-local takes the pod's DNS settings (plugins 1.10.0, `dns.go`).
    RESOLV_CONF("the path of a resolv.conf, such as \"/etc/resolv.conf\"") {
        @Override
        public Optional<String> refusal(String text) {
            boolean isSystems = text.startsWith("/etc/") || text.startsWith("/run/") || text.startsWith("/var/run/");
            return readable(text, isSystems && NodePath.fileName(text).contains("resolv"));
        }
    },
    /// The socket of the DHCP daemon, which a plugin asks for addresses as root (plugins 1.10.0, `dhcp/main.go`).
    SOCKET("the socket of the DHCP daemon, such as \"/run/cni/dhcp.sock\"") {
        @Override
        public Optional<String> refusal(String text) {
            return readable(
                    text, text.endsWith(".sock") && NodePath.fileName(text).contains("dhcp"));
        }
    },
    /// The node's settings of whereabouts, which prints a file that it cannot parse into the pod's events (whereabouts
    /// 0.9.2, `pkg/config/config.go`).
    WHEREABOUTS_CONF("the path of a whereabouts.conf") {
        @Override
        public Optional<String> refusal(String text) {
            boolean isMeant = NodePath.hasSegment(text, "whereabouts.d")
                    || NodePath.fileName(text).equals("whereabouts.conf");
            return readable(text, isMeant && NodePath.isSettings(text));
        }
    },
    /// The node's settings of ovs-cni, which reads a file of any name as root (ovs-cni,
    /// `pkg/config/config.go`).
    OVS_CONF("the path of an ovs.conf, such as \"/etc/cni/net.d/ovs.d/ovs.conf\"") {
        @Override
        public Optional<String> refusal(String text) {
            boolean isMeant = NodePath.hasSegment(text, "ovs.d")
                    || NodePath.fileName(text).equals("ovs.conf");
            return readable(text, isMeant && NodePath.isSettings(text));
        }
    },
    /// The database of Open vSwitch, which ovs-cni connects to as root and writes ports into:
    /// another socket, or a host (ovs-cni, `pkg/ovsdb/ovsdb.go`; `tcp:` and `ssl:` name one).
    OVS_SOCKET("the socket of Open vSwitch, such as \"unix:/var/run/openvswitch/db.sock\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || OVS_DATABASE.matcher(text).matches(),
                    "is not a socket that a network may use, and a plugin connects to it as root");
        }
    },
    /// How whereabouts reaches the API server. A kubeconfig can name a program to run.
    KUBECONFIG("the path of the node's kubeconfig for the plugin, below /etc") {
        @Override
        public Optional<String> refusal(String text) {
            return readable(text, NodePath.isSettings(text));
        }
    },
    /// A file to whose end a plugin writes lines that repeat texts of the config.
    LOG_FILE("a log file below /var/log or /tmp, such as \"/var/log/whereabouts.log\"") {
        @Override
        public Optional<String> refusal(String text) {
            boolean fits = NodePath.isPlain(text)
                    && text.endsWith(".log")
                    && (text.startsWith("/var/log/") || text.startsWith("/tmp/"))
                    // The logs of pods.
                    && !text.startsWith("/var/log/pods/")
                    && !text.startsWith("/var/log/containers/");
            return unless(text.isEmpty() || fits, "is not a log file, and a plugin writes to it as root");
        }
    },
    /// The name of a link that a plugin makes on the node. The kernel puts a number in place of `%d`, the
    /// plugin then does not find the link, and each further try makes another one.
    NEW_LINK("a name without \"%\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(!text.contains("%"), "is a pattern, of which each try to start the pod makes another link");
        }
    },
    /// The address of a device on a bus of the node, which a plugin joins to a path below `/sys/bus` (plugins 1.10.0,
    /// `host-device.go`, `handleDeviceID`).
    DEVICE("the address of a device, such as \"0000:3b:00.1\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(
                    text.isEmpty() || (DEVICE_ADDRESS.matcher(text).matches() && !text.contains("..")),
                    "is not the address of a device, and is part of a path on the node");
        }
    },
    /// A device in the kernel's tree.
    KERNEL_PATH("a path below \"/sys/devices/\"") {
        @Override
        public Optional<String> refusal(String text) {
            boolean climbs = List.of(text.split("/")).contains("..");
            return unless(!climbs, "leads out of the kernel's tree of devices, and is a path on the node");
        }
    };

    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final Pattern CHAIN_NAME = Pattern.compile("[A-Za-z0-9_.:][A-Za-z0-9_.:-]{0,27}");
    private static final Pattern OVS_DATABASE =
            Pattern.compile("(unix:)?(/host)?(/usr/local)?(/var)?/run/openvswitch/[A-Za-z0-9_][A-Za-z0-9_.-]*\\.sock");
    private static final Pattern DEVICE_ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private final String instead;

    SafeText(String instead) {
        this.instead = instead;
    }

    /// Why that text is not safe, as a clause that follows it. Empty where it is.
    public abstract Optional<String> refusal(String text);

    /// What to write instead, as the object of a sentence.
    public String instead() {
        return instead;
    }

    private static Optional<String> readable(String path, boolean isMeant) {
        return unless(
                path.isEmpty() || (isMeant && NodePath.isPlain(path)),
                "is not a file that a network may use, and a plugin reads it as root");
    }

    private static Optional<String> unless(boolean safe, String refusal) {
        return safe ? Optional.empty() : Optional.of(refusal);
    }
}
