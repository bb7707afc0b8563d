package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Networks by the addresses that they assign, to find those that collide with another one without a look at the
/// others: by their [AddressBlock]s, and there by who keeps the account, since pools of one account never collide.
final class AddressIndex {
    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::vlan)
            .thenComparing(Key::block)
            .thenComparing(Key::account)
            .thenComparing(Key::namespace)
            .thenComparing(Key::name);

    /// Real networks have one range or two. Of more, the last ones count as one of each family: more candidates
    /// are found then, and none is missed.
    private static final int MAX_BLOCKS = 8;

    private final NavigableMap<Key, Network> networks;

    /// As safe for several threads as these maps are.
    AddressIndex(Maps maps) {
        this.networks = maps.sorted(ORDER);
    }

    /// @param vlan as in [SegmentIndex]
    /// @param account what keeps the account of the pool; empty where nothing does
    private record Key(long vlan, AddressBlock block, String account, String namespace, String name) {
        static Key first(long vlan, AddressBlock block) {
            return new Key(vlan, block, "", "", "");
        }

        Key afterAccount() {
            return new Key(vlan, block, after(account), "", "");
        }

        Key afterNamespace() {
            return new Key(vlan, block, account, after(namespace), "");
        }

        Key inNamespace(String other) {
            return new Key(vlan, block, account, other, "");
        }

        private static String after(String text) {
            return text + '\0';
        }
    }

    void add(long vlan, Network network) {
        each(vlan, network, key -> networks.put(key, network));
    }

    void remove(long vlan, Network network) {
        each(vlan, network, networks::remove);
    }

    private static void each(long vlan, Network network, Consumer<Key> use) {
        NadRef ref = network.ref();
        for (AddressPool pool : pools(network)) {
            String account = account(pool);
            blocks(pool).forEach(block -> use.accept(new Key(vlan, block, account, ref.namespace(), ref.name())));
        }
    }

    private static List<AddressPool> pools(Network network) {
        return AddressPool.atMost(MAX_BLOCKS, network.pools());
    }

    private static Stream<AddressBlock> blocks(AddressPool pool) {
        return pool.spans().stream().map(AddressBlock::around).distinct();
    }

    /// Of several the least: the account of a whole plugin is a prefix of those of its ranges, so it comes first.
    private static String account(AddressPool pool) {
        return pool.allocators().stream().min(Comparator.naturalOrder()).orElse("");
    }

    /// All networks that assign an address which this network assigns too ([AddressOverlaps#between]), some of them
    /// several times, and some others.
    Stream<Network> candidates(long vlan, Network network, Scope scope) {
        return pools(network).stream()
                .flatMap(pool -> blocks(pool).flatMap(block -> candidates(vlan, block, pool, scope)));
    }

    private Stream<Network> candidates(long vlan, AddressBlock block, AddressPool pool, Scope scope) {
        Stream<Network> around = block.around()
                .flatMap(it -> between(Key.first(vlan, it), Key.first(vlan, it.beginOfInside()), pool, scope));
        return Stream.concat(
                around,
                between(Key.first(vlan, block.beginOfInside()), Key.first(vlan, block.endOfInside()), pool, scope));
    }

    private Stream<Network> between(Key from, Key to, AddressPool pool, Scope scope) {
        NavigableMap<Key, Network> part = networks.subMap(from, true, to, false);
        return StreamSupport.stream(new Candidates(part, from, pool, scope), false);
    }

    /// Those of a part that are in the scope and share no account with the pool. The others are passed over as
    /// a whole.
    private static final class Candidates extends Spliterators.AbstractSpliterator<Network> {
        private final NavigableMap<Key, Network> part;
        private final AddressPool pool;
        private final Scope scope;
        private Key next;

        Candidates(NavigableMap<Key, Network> part, Key first, AddressPool pool, Scope scope) {
            super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED);
            this.part = part;
            this.next = first;
            this.pool = pool;
            this.scope = scope;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Network> action) {
            for (Map.Entry<Key, Network> entry = part.ceilingEntry(next);
                    entry != null;
                    entry = part.ceilingEntry(next)) {
                Key key = entry.getKey();
                Key jump = jump(key);
                if (jump == null) {
                    next = new Key(key.vlan, key.block, key.account, key.namespace, Key.after(key.name));
                    action.accept(entry.getValue());
                    return true;
                }
                next = jump;
            }
            return false;
        }

        /// Where to go on; `null` where that one is a candidate.
        private @Nullable Key jump(Key key) {
            if (pool.allocators().contains(key.account)) {
                return key.afterAccount();
            }
            if (scope.isOutside()) {
                return key.namespace.equals(scope.namespace()) ? key.afterNamespace() : null;
            }
            int order = key.namespace.compareTo(scope.namespace());
            if (order == 0) {
                return null;
            }
            return order < 0 ? key.inNamespace(scope.namespace()) : key.afterAccount();
        }
    }
}
