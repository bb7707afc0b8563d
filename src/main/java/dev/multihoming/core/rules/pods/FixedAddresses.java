package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.IpsHandling;
import dev.multihoming.core.plugins.MacHandling;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses that every pod of a template gets alike.
///
/// @param location of the selection that fixes them
/// @param words what fixes which, such as `"ips" requests "10.1.2.3/24"`
public record FixedAddresses(Location location, String words) {
    /// Of each selection that fixes one, also where nothing is known of its network.
    public static List<FixedAddresses> of(Pod pod, Context context) {
        List<FixedAddresses> all = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context)) {
            NadSummary nad =
                    SelectedNetworks.lookup(item, pod, context).orElse(null) instanceof Lookup.Found(NadSummary found)
                            ? found
                            : null;
            Addressing addressing = nad == null ? null : nad.abilities().addressing();
            MacHandling.Request mac = nad == null ? null : nad.abilities().mac();
            String words = Stream.of(
                            ips(item, Optional.ofNullable(addressing)),
                            mac(item, Optional.ofNullable(mac)),
                            ofNetwork(item, Optional.ofNullable(addressing)))
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
