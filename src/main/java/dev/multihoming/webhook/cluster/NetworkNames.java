package dev.multihoming.webhook.cluster;

import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.review.NadSummary;
import java.util.Comparator;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// Which NADs are which CNI network ([NadSummary#isNetwork]), so that a review does not look at all NADs for that.
final class NetworkNames {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::network)
            .thenComparing(Key::plugin)
            .thenComparing(Key::namespace)
            .thenComparing(Key::name);

    private final NavigableSet<Key> keys = new ConcurrentSkipListSet<>(ORDER);

    private record Key(String network, String plugin, String namespace, String name) {
        boolean isOf(Key other) {
            return network.equals(other.network) && plugin.equals(other.plugin);
        }

        Key withNamespace(String other) {
            return new Key(network, plugin, other, "");
        }
    }

    /// Puts a NAD in the place of what it was. What it stays is found all the time.
    void replace(@Nullable NadSummary before, @Nullable NadSummary now) {
        Set<Key> gone = keysOf(before);
        Set<Key> there = keysOf(now);
        keys.addAll(there);
        gone.removeAll(there);
        keys.removeAll(gone);
    }

    private static Set<Key> keysOf(@Nullable NadSummary nad) {
        Set<Key> all = new HashSet<>();
        if (nad != null) {
            String network = OvnOverlayPlugin.logicalName(nad.networkName());
            nad.pluginTypes()
                    .forEach(plugin -> all.add(new Key(
                            network, plugin, nad.ref().namespace(), nad.ref().name())));
        }
        return all;
    }

    /// Whether another namespace has a NAD with that plugin and CNI network name.
    boolean isElsewhere(String plugin, String network, String namespace) {
        Key first = new Key(OvnOverlayPlugin.logicalName(network), plugin, "", "");
        Key found = keys.ceiling(first);
        if (found != null && found.isOf(first) && found.namespace().equals(namespace)) {
            found = keys.ceiling(first.withNamespace(namespace + '\0'));
        }
        return found != null && found.isOf(first);
    }
}
