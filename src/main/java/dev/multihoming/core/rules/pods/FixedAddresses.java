package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.IpsHandling;
import dev.multihoming.core.plugins.MacHandling;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses that every pod of a template gets alike.
///
/// @param location of the selection that fixes them
/// @param words what fixes which, such as `"ips" requests "10.1.2.3/24"`
public record FixedAddresses(Location location, String words) {
    /// How IPAM plugins that read `ips` of `cni-args` handle requests.
    private static final Set<IpsHandling> READ_ARGS = Set.of(IpsHandling.ONE_ADDRESS, IpsHandling.WITH_PREFIX);

    /// Of each selection that fixes one, also where nothing is known of its network.
    public static List<FixedAddresses> of(Pod pod, Context context) {
        List<FixedAddresses> all = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context)) {
            NadSummary nad =
                    SelectedNetworks.lookup(item, pod, context).orElse(null) instanceof Lookup.Found(NadSummary found)
                            ? found
                            : null;
            Addressing addressing = nad == null ? null : nad.abilities().addressing();
            NetworkAbilities abilities = nad == null ? NetworkAbilities.UNKNOWN : nad.abilities();
            String words = Stream.of(
                            ips(item, Optional.ofNullable(addressing)),
                            argsIps(item, Optional.ofNullable(addressing)),
                            mac(item, Optional.ofNullable(abilities.mac())),
                            argsMac(item, Optional.ofNullable(abilities.mac())),
                            ofNetwork(item, Optional.ofNullable(addressing)),
                            macOfNetwork(item, abilities))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            if (!words.isEmpty()) {
                all.add(new FixedAddresses(SelectedNetworks.placeOf(item, pod), words));
            }
        }
        return all;
    }

    private static Optional<String> ips(NetworkSelection item, Optional<Addressing> addressing) {
        boolean isIgnored =
                addressing.filter(known -> known.ips() == IpsHandling.IGNORED).isPresent();
        return item.ips().isEmpty() || isIgnored
                ? Optional.empty()
                : Optional.of("\"ips\" requests "
                        + item.ips().stream().map(Quoted::of).collect(Collectors.joining(", ")));
    }

    private static Optional<String> mac(NetworkSelection item, Optional<MacHandling.Request> handling) {
        boolean isIgnored = handling.filter(
                        known -> known == MacHandling.Request.IGNORED || known == MacHandling.Request.IMPOSSIBLE)
                .isPresent();
        return item.mac().isEmpty() || isIgnored
                ? Optional.empty()
                : Optional.of("\"mac\" requests " + Quoted.of(item.mac()));
    }

    /// Only some IPAM plugins read them there.
    private static Optional<String> argsIps(NetworkSelection item, Optional<Addressing> addressing) {
        boolean areRead =
                addressing.filter(known -> !READ_ARGS.contains(known.ips())).isEmpty();
        return item.argsIps().isEmpty() || !areRead
                ? Optional.empty()
                : Optional.of("\"ips\" of \"cni-args\" requests "
                        + item.argsIps().stream().map(Quoted::of).collect(Collectors.joining(", ")));
    }

    private static Optional<String> argsMac(NetworkSelection item, Optional<MacHandling.Request> handling) {
        boolean isRead = handling.filter(known -> known != MacHandling.Request.TAKEN_ALSO_FROM_ARGS)
                .isEmpty();
        return item.argsMac().isEmpty() || !isRead
                ? Optional.empty()
                : Optional.of("\"mac\" of \"cni-args\" requests " + Quoted.of(item.argsMac()));
    }

    private static Optional<String> macOfNetwork(NetworkSelection item, NetworkAbilities abilities) {
        return abilities.fixedMac().isEmpty() || !item.mac().isEmpty()
                ? Optional.empty()
                : Optional.of("network %s gives each pod the MAC address %s"
                        .formatted(Quoted.of(item.name()), Quoted.of(abilities.fixedMac())));
    }

    private static Optional<String> ofNetwork(NetworkSelection item, Optional<Addressing> addressing) {
        return addressing
                .filter(known -> !known.fixed().isEmpty())
                .map(known -> "network %s gives each pod %s"
                        .formatted(
                                Quoted.of(item.name()),
                                known.fixed().stream()
                                        .map(own -> own.address().toString())
                                        .collect(Collectors.joining(", "))));
    }
}
