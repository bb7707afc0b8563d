package dev.multihoming.core.plugins;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The conditions that portmap puts in front of its rules: arguments of iptables where the first begins with
/// `-` or `!`, else the text of an nftables rule (plugins 1.10.0, `detectBackendOfConditions`).
///
/// Only what says which packets are meant is safe. `--modprobe` makes iptables run a program, `-j` and nftables'
/// statements decide about every packet of the node, and a `;` or a line break ends the rule.
final class FirewallConditions {
    /// Options that only say which packets are meant, and how many arguments each takes. iptables also takes the
    /// beginning of an option, which is not here.
    private static final Map<String, Integer> OPTIONS = Map.copyOf(options());

    /// How long an option of one letter is.
    private static final int SHORT = 2;

    private static final Set<String> ADDRESS_OPTIONS =
            Set.of("-s", "--src", "--source", "-d", "--dst", "--destination");

    private static final Pattern ADDRESSES = Pattern.compile("[0-9a-fA-F:.,/]+");

    private static final Set<String> MATCHES = Set.of(
            "tcp",
            "udp",
            "sctp",
            "multiport",
            "addrtype",
            "mark",
            "connmark",
            "conntrack",
            "iprange",
            "set",
            "mac",
            "physdev",
            "comment",
            "state",
            "icmp",
            "icmp6",
            "pkttype",
            "length",
            "ttl",
            "dscp",
            "limit",
            "statistic");

    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9_.:/,+%@][A-Za-z0-9_.:/,+%@ -]{0,255}");

    private static final Set<String> KEYWORDS = Set.of(
            "ip",
            "ip6",
            "saddr",
            "daddr",
            "tcp",
            "udp",
            "sctp",
            "th",
            "sport",
            "dport",
            "iif",
            "oif",
            "iifname",
            "oifname",
            "meta",
            "mark",
            "protocol",
            "l4proto",
            "nfproto",
            "ct",
            "state",
            "status",
            "new",
            "established",
            "related",
            "untracked",
            "fib",
            "type",
            "local",
            "unicast",
            "multicast",
            "broadcast",
            "ether",
            "vlan",
            "id",
            "ipv4",
            "ipv6",
            "skuid",
            "skgid",
            "!=",
            "==",
            "<",
            ">",
            "<=",
            ">=");

    private static final Set<String> INTERFACE_KEYS = Set.of("iif", "oif", "iifname", "oifname");

    private static final Pattern NAME = Pattern.compile("\"?[A-Za-z0-9_.*@-]{1,16}\"?");

    /// Numbers, addresses, networks and ranges of them: each begins with a digit, or is IPv6.
    private static final Pattern VALUE =
            Pattern.compile("[0-9][0-9a-fA-F.:/x-]{0,90}|[0-9a-fA-F]{0,4}:[0-9a-fA-F.:/-]{1,90}");

    private static final Pattern SET = Pattern.compile("\\{[A-Za-z0-9_.:/,\"* -]{0,1000}}");

    private FirewallConditions() {}

    /// The first word that is not safe; empty where all are.
    static Optional<String> unsafeWord(List<String> conditions) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        String first = conditions.getFirst();
        return first.startsWith("-") || first.startsWith("!") ? ofIptables(conditions) : ofNftables(conditions);
    }

    private static Map<String, Integer> options() {
        Map<String, Integer> options = new HashMap<>();
        Stream.of("-s --src --source -d --dst --destination -i --in-interface -o --out-interface -p --proto --protocol"
                        + " -m --match --sport --source-port --sports --source-ports --dport --destination-port"
                        + " --dports --destination-ports --ports --src-type --dst-type --mark --ctstate"
                        + " --state --icmp-type --icmpv6-type --pkt-type --length --ttl-eq --ttl-lt --ttl-gt --dscp"
                        + " --dscp-class --limit --limit-burst --mode --probability --every --packet --tcp-option"
                        + " --mac-source --src-range --dst-range --physdev-in --physdev-out --comment")
                .flatMap(names -> Stream.of(names.split(" ")))
                .forEach(name -> options.put(name, 1));
        options.put("--match-set", 2);
        options.put("--tcp-flags", 2);
        options.put("--syn", 0);
        options.put("--limit-iface-in", 0);
        options.put("--limit-iface-out", 0);
        options.put("!", 0);
        return options;
    }

    /// The same, with each option and its value as words of their own: `--source=10.0.0.0/8` and `-s10.0.0.0/8` as
    /// well.
    private static List<String> separated(List<String> arguments) {
        return arguments.stream().flatMap(FirewallConditions::separated).toList();
    }

    private static Stream<String> separated(String argument) {
        int end = argument.startsWith("--") ? argument.indexOf('=') : SHORT;
        boolean isBoth = end > 0 && argument.length() > end && OPTIONS.getOrDefault(argument.substring(0, end), 0) == 1;
        return isBoth
                ? Stream.of(argument.substring(0, end), argument.substring(argument.startsWith("--") ? end + 1 : end))
                : Stream.of(argument);
    }

    private static Optional<String> ofIptables(List<String> written) {
        List<String> arguments = separated(written);
        int next = 0;
        while (next < arguments.size()) {
            String option = arguments.get(next);
            int values = OPTIONS.getOrDefault(option, -1);
            int end = next + 1 + values;
            if (values < 0 || end > arguments.size()) {
                return Optional.of(option);
            }
            boolean isMatch = option.equals("-m") || option.equals("--match");
            Optional<String> unsafe = arguments.subList(next + 1, end).stream()
                    .filter(value -> !ARGUMENT.matcher(value).matches()
                            || (isMatch && !MATCHES.contains(value))
                            // iptables, as root, asks the DNS for a name.
                            || (ADDRESS_OPTIONS.contains(option)
                                    && !ADDRESSES.matcher(value).matches()))
                    .findFirst();
            if (unsafe.isPresent()) {
                return unsafe;
            }
            next = end;
        }
        return Optional.empty();
    }

    private static Optional<String> ofNftables(List<String> conditions) {
        String rule = String.join(" ", conditions);
        String withoutSets = SET.matcher(rule).replaceAll(" 0 ");
        String before = "";
        for (String word : Stream.of(withoutSets.split(" "))
                .filter(word -> !word.isEmpty())
                .toList()) {
            boolean isName =
                    INTERFACE_KEYS.contains(before) && NAME.matcher(word).matches();
            String lower = word.toLowerCase(Locale.ROOT);
            if (!isName && !KEYWORDS.contains(lower) && !VALUE.matcher(word).matches()) {
                return Optional.of(word);
            }
            // The name may come after a comparison.
            before = word.equals("!=") || word.equals("==") ? before : word;
        }
        return Optional.empty();
    }
}
