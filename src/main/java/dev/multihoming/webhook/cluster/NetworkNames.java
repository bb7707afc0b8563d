package dev.multihoming.webhook.cluster;

import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.review.NadSummary;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

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

    void add(NadSummary nad) {
        each(nad, keys::add);
    }

    void remove(NadSummary nad) {
        each(nad, keys::remove);
    }

    private static void each(NadSummary nad, Consumer<Key> use) {
        String network = OvnOverlayPlugin.logicalName(nad.networkName());
        nad.pluginTypes()
                .forEach(plugin -> use.accept(new Key(
                        network, plugin, nad.ref().namespace(), nad.ref().name())));
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
