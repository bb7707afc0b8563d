package dev.multihoming.core.plugins;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.GoCidr;
import dev.multihoming.core.multus.GoIp;
import dev.multihoming.core.multus.GoMac;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.multus.LinkMac;
import dev.multihoming.core.multus.LinkName;
import dev.multihoming.core.multus.SloppyIp;
import dev.multihoming.core.schema.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a string must be for its reader to take it for something.
public enum TextForm implements Form {
    /// The name of a bridge, which the plugin makes where there is none; never empty.
    BRIDGE_NAME("Write the name of a bridge on the nodes, at most 15 characters, such as \"br1\"") {
        @Override
        public Optional<String> refusal(String text) {
            return LinkName.refusal(text);
        }
    },
    /// The name of a VRF that the plugin makes in the pod; empty counts as absent. `eth0` and `lo` are there already.
    VRF_NAME("Write a name of at most 15 characters, such as \"blue\"") {
        @Override
        public Optional<String> refusal(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return text.equals("eth0") ? Optional.of("is the pod's own interface") : LinkName.refusal(text);
        }
    },
    /// A pool of whereabouts: a network, or `first-last/prefix` (whereabouts 0.9.2, pkg/config/config.go);
    /// empty counts as absent.
    POOL_RANGE("Write a network, such as \"10.1.2.0/24\", or \"10.1.2.10-10.1.2.20/24\"") {
        @Override
        public Optional<String> refusal(String text) {
            String strict = SloppyIp.strict(text);
            int dash = strict.indexOf('-');
            boolean fits =
                    dash < 0 ? GoCidr.parses(strict) : isFromTo(strict.substring(0, dash), strict.substring(dash + 1));
            return unless(text.isEmpty() || fits, "is neither a network nor the first and last address of one");
        }

        private static boolean isFromTo(String first, String last) {
            return IpSubnet.parse(last)
                    .filter(network ->
                            IpAddress.parse(first).filter(network::contains).isPresent())
                    .isPresent();
        }
    },
    /// The name of a link that the node has; empty counts as absent. Longer than an interface's own name where
    /// it is one of its further names (`altname`). What `ifconfig` calls an alias, `eth0:1`, is no link.
    NODE_LINK("Write the name of a link of the nodes, such as \"enp1s0\"") {
        @Override
        public Optional<String> refusal(String text) {
            if (text.length() > MAX_ALTNAME) {
                return Optional.of("is longer than any link's name");
            }
            if (text.equals(".") || text.equals("..")) {
                return Optional.of("is no link's name");
            }
            // It cannot be moved, and nothing can be built on it (Linux 6.18: dev_change_net_namespace,
            // macvlan_newlink).
            if (text.equals("lo")) {
                return Optional.of("is the loopback interface: it stays where it is, and nothing is built on it");
            }
            return NO_LINK.matcher(text)
                    .results()
                    .findFirst()
                    .map(found -> "has a " + Quoted.of(found.group()) + " in it, as no link's name does");
        }
    },
    /// The MAC address that an interface gets; empty counts as absent.
    MAC("Write a unicast address of six bytes, such as \"02:00:00:00:00:01\"") {
        @Override
        public Optional<String> refusal(String text) {
            return text.isEmpty() ? Optional.empty() : LinkMac.refusal(text);
        }
    },
    /// A hardware address of any length that Go reads; empty counts as absent.
    HARDWARE_ADDRESS("Write the address of the device, such as \"02:00:00:00:00:01\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || GoMac.parses(text), "is no hardware address");
        }
    },
    /// An IP address; empty counts as absent.
    IP("Write an IP address without prefix length, such as \"10.1.2.3\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || GoIp.parse(text).isPresent(), "is no IP address");
        }
    },
    /// An IP address; never empty.
    GIVEN_IP("Write an IP address without prefix length, such as \"10.1.2.3\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(GoIp.parse(text).isPresent(), "is no IP address");
        }
    },
    /// An IP address with its prefix length; never empty.
    CIDR("Write an address with its prefix length, such as \"10.1.2.0/24\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(GoCidr.parses(text), "is no address with a prefix length");
        }
    },
    /// The same where leading zeros do not count (whereabouts 0.9.2, `ParseIPSloppy`).
    SLOPPY_IP("Write an IP address without prefix length, such as \"10.1.2.3\"") {
        @Override
        public Optional<String> refusal(String text) {
            return IP.refusal(SloppyIp.strict(text));
        }
    },
    /// The same where leading zeros do not count (whereabouts 0.9.2, `ParseCIDRSloppy`).
    SLOPPY_CIDR("Write an address with its prefix length, such as \"10.1.2.3/24\"") {
        @Override
        public Optional<String> refusal(String text) {
            return CIDR.refusal(SloppyIp.strict(text));
        }
    },
    /// What is left out of a pool: a network, or one address (whereabouts 0.9.2, allocate.go, `parseExcludedRange`).
    EXCLUDED("Write a network or an address of the range, such as \"10.1.2.0/30\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(GoCidr.parses(text) || GoIp.parse(text).isPresent(), "is neither a network nor an address");
        }
    },
    /// What the command `ip` takes for the address of an interface; empty counts as absent.
    COLON_MAC("Write a unicast address of six bytes, such as \"02:00:00:00:00:01\"") {
        @Override
        public Optional<String> refusal(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return COLONS.matcher(text).matches()
                    ? LinkMac.refusal(LinkMac.padded(text))
                    : Optional.of("is not six bytes with colons between");
        }
    },
    /// The destination of a route: a network, which the kernel refuses with bits of a host in it.
    ROUTE_DESTINATION("Write a network with its prefix length, such as \"10.1.2.0/24\"") {
        @Override
        public Optional<String> refusal(String text) {
            return IpSubnet.parse(text)
                    .map(TextForm::routeRefusal)
                    .orElse(Optional.of("is no address with a prefix length"));
        }
    },
    /// A whole number in quotes.
    DECIMAL("Write a whole number in quotes, such as \"100\"") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(NUMBER.matcher(text).matches(), "is no whole number");
        }
    },
    /// A device in the kernel's tree; empty counts as absent.
    KERNEL_PATH("Write a path that begins with /sys/devices/") {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || text.startsWith("/sys/devices/"), "is not below /sys/devices/");
        }
    },
    /// A kernel setting of the network, with dots or slashes.
    NET_SYSCTL("Write a setting such as \"net.ipv4.conf.IFNAME.arp_notify\"") {
        @Override
        public Optional<String> refusal(String text) {
            String path = text.replace('.', '/');
            return unless(path.startsWith("net/") || path.startsWith("/net/"), "is no setting below net");
        }
    };

    private static final int MAX_ALTNAME = 127;
    private static final Pattern NO_LINK = Pattern.compile("[/:%\\s]");
    private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F]{1,2}(?::[0-9a-fA-F]{1,2}){5}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

    private final String remedy;

    TextForm(String remedy) {
        this.remedy = remedy;
    }

    @Override
    public String remedy(String text) {
        return remedy;
    }

    /// IPv6 destinations are masked by the kernel itself.
    private static Optional<String> routeRefusal(IpSubnet subnet) {
        if (subnet.isMixed()) {
            return Optional.of("is an IPv4 network written as IPv6");
        }
        boolean host = subnet.width() == 32 && !subnet.network().equals(subnet.address());
        return unless(!host, "has bits of a host beyond its prefix length");
    }

    private static Optional<String> unless(boolean fits, String refusal) {
        return fits ? Optional.empty() : Optional.of(refusal);
    }
}
