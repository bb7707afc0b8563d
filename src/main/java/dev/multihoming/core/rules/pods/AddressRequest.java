package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.AddressRange;
import dev.multihoming.core.plugins.Addressing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why the IPAM plugin of a network refuses the addresses that a selection requests, and what to write instead.
record AddressRequest(String fact, String remedy) {
    /// The first reason; empty where there is none.
    ///
    /// @param taken what other selections of the pod request, as `namespace/name address`; this one's are added
    static Optional<AddressRequest> of(JoinedSelection selection, Addressing addressing, Set<String> taken) {
        return switch (addressing.ips()) {
            case ONE_ADDRESS -> ofOne(selection, addressing, taken);
            case WITH_PREFIX ->
                unprefixed(all(selection.item()), addressing)
                        .or(() -> malformed(selection.item(), addressing))
                        .or(() -> repeated(selection, addressing))
                        .or(() -> severalOfAFamily(selection, addressing))
                        .or(() -> unreached(selection, addressing));
            case ADDED -> unprefixed(selection.item().ips(), addressing);
            case REFUSED -> refused(selection);
            case TAKEN, IGNORED -> Optional.empty();
        };
    }

    /// The addresses that it asks for, in either place.
    static List<String> all(NetworkSelection item) {
        return Stream.concat(item.ips().stream(), item.argsIps().stream()).toList();
    }

    /// Multus joins them with a comma, and host-local reads one address (config.go, `IPAMEnvArgs`). Those of
    /// `cni-args` are a list.
    private static Optional<AddressRequest> ofOne(JoinedSelection selection, Addressing addressing, Set<String> taken) {
        List<String> ips = selection.item().ips();
        if (ips.size() > 1) {
            return Optional.of(new AddressRequest(
                    "\"ips\" has %d addresses, and %s takes one address in a request"
                            .formatted(ips.size(), addressing.plugin()),
                    "Keep one of them; the other ranges of the network assign a free address"));
        }
        for (String written : all(selection.item())) {
            Optional<AddressRequest> refusal = IpAddress.parse(written.split("/", 2)[0])
                    .flatMap(address ->
                            outside(address, written, addressing).or(() -> twice(selection, address, written, taken)));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<AddressRequest> outside(IpAddress address, String written, Addressing addressing) {
        List<AddressRange> ranges =
                addressing.pools().stream().flatMap(List::stream).toList();
        boolean isIn = ranges.stream().anyMatch(range -> range.contains(address));
        boolean isGateway = ranges.stream().anyMatch(range -> range.contains(address) && range.isGateway(address));
        if (ranges.isEmpty() || (isIn && !isGateway)) {
            return Optional.empty();
        }
        String what = isGateway ? "the gateway of the network" : "outside of the ranges of the network";
        return Optional.of(new AddressRequest(
                "%s is requested, which is %s".formatted(Quoted.of(written), what),
                "Write an address from "
                        + ranges.stream().map(AddressRange::toString).collect(Collectors.joining(", or from "))
                        + (isGateway ? " other than the gateway" : "")));
    }

    private static Optional<AddressRequest> twice(
            JoinedSelection selection, IpAddress address, String written, Set<String> taken) {
        return taken.add(selection.nad().ref() + " " + address)
                ? Optional.empty()
                : Optional.of(new AddressRequest(
                        "%s is requested by another selection of this network, too".formatted(Quoted.of(written)),
                        "Write another address in one of them"));
    }

    private static Optional<AddressRequest> unprefixed(List<String> ips, Addressing addressing) {
        return ips.stream()
                .filter(ip -> !ip.contains("/") && IpAddress.parse(ip).isPresent())
                .findFirst()
                .map(ip -> new AddressRequest(
                        "%s is requested without a prefix length, and %s needs one"
                                .formatted(Quoted.of(ip), addressing.plugin()),
                        "Write \"%s/%d\", with the prefix length of the network's subnet"
                                .formatted(ip, ip.contains(":") ? 64 : 24)));
    }

    /// Multus hands `ips` to static twice where the config has the capability, and static then forgets its own
    /// addresses (main.go, `LoadIPAMConfig`).
    private static Optional<AddressRequest> repeated(JoinedSelection selection, Addressing addressing) {
        Set<String> seen = new HashSet<>();
        if (!selection.abilities().capabilities().contains("ips")) {
            addressing.fixed().forEach(own -> seen.add(own.address().toString()));
        }
        return selection.item().ips().stream()
                .filter(ip -> IpSubnet.parse(ip)
                        .filter(own -> !seen.add(own.address().toString()))
                        .isPresent())
                .findFirst()
                .map(ip -> new AddressRequest(
                        "%s is requested, and the interface gets it already".formatted(Quoted.of(ip)),
                        "Write each address once: in \"ips\", or in the network's config"));
    }

    /// The plugin reads those of `cni-args` also where others count (main.go, `LoadIPAMConfig`). Multus refuses such
    /// an `ips` itself.
    private static Optional<AddressRequest> malformed(NetworkSelection item, Addressing addressing) {
        if (item.hasUnreadableArgsIps()) {
            return Optional.of(new AddressRequest(
                    "\"ips\" in \"cni-args\" is not a list of strings, which %s fails on"
                            .formatted(addressing.plugin()),
                    "Write a list of addresses with prefix lengths, such as [\"10.1.2.3/24\"]"));
        }
        return item.argsIps().stream()
                .filter(ip -> IpSubnet.parse(ip).isEmpty())
                .findFirst()
                .map(ip -> new AddressRequest(
                        "\"ips\" in \"cni-args\" has %s, which %s does not take for an address"
                                .formatted(Quoted.of(ip), addressing.plugin()),
                        "Write an address with its prefix length, such as \"10.1.2.3/24\""));
    }

    private static Optional<AddressRequest> severalOfAFamily(JoinedSelection selection, Addressing addressing) {
        List<IpSubnet> addresses = addresses(selection, addressing);
        long families =
                addresses.stream().map(it -> it.address().bits()).distinct().count();
        return addressing.oneOfEachFamily() && addresses.size() > families
                ? Optional.of(new AddressRequest(
                        "the interface would get %d addresses, and %s takes one of each family below CNI version %s"
                                .formatted(addresses.size(), addressing.plugin(), CniVersion.FIRST_WITHOUT_ADDRESS),
                        "Keep one address of each family, or use a network with a newer \"cniVersion\""))
                : Optional.empty();
    }

    /// Only with addresses of the pod's own: what the network's own reach is MH238's.
    private static Optional<AddressRequest> unreached(JoinedSelection selection, Addressing addressing) {
        List<IpSubnet> addresses = addresses(selection, addressing);
        boolean isOwn = addressing.onlyOnRequest() && selection.abilities().keepsRoutes() && !addresses.isEmpty();
        return addressing.gateways().stream()
                .filter(gateway -> isOwn
                        && gateway.value().signum() != 0
                        && !gateway.isLinkLocal()
                        && Stream.concat(addresses.stream(), addressing.routed().stream())
                                .noneMatch(subnet -> subnet.contains(gateway)))
                .findFirst()
                .map(gateway -> new AddressRequest(
                        "a route of the network has the gateway %s, which no requested address reaches"
                                .formatted(gateway),
                        "Request an address in the subnet of that gateway"));
    }

    /// What the interface gets, in the order of the plugin: runtimeConfig in place of `cni-args`, and that in place of
    /// the network's addresses with those of `CNI_ARGS`.
    private static List<IpSubnet> addresses(JoinedSelection selection, Addressing addressing) {
        NetworkSelection item = selection.item();
        boolean isHandedOn = selection.abilities().capabilities().contains("ips")
                && !item.ips().isEmpty();
        if (!isHandedOn && !item.argsIps().isEmpty()) {
            return parsed(item.argsIps());
        }
        return Stream.concat(isHandedOn ? Stream.empty() : addressing.fixed().stream(), parsed(item.ips()).stream())
                .toList();
    }

    private static List<IpSubnet> parsed(List<String> ips) {
        return ips.stream().flatMap(ip -> IpSubnet.parse(ip).stream()).toList();
    }

    private static Optional<AddressRequest> refused(JoinedSelection selection) {
        return selection.item().ips().stream()
                .findFirst()
                .map(ip -> new AddressRequest(
                        "\"ips\" requests %s, and OVN-Kubernetes takes no request on a network with \"subnets\" (IPAM)"
                                .formatted(Quoted.of(ip)),
                        "Remove \"ips\", or select a network without \"subnets\""));
    }
}
