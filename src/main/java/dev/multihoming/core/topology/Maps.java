package dev.multihoming.core.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Makes the maps of an index. Where several threads use it, they come from outside the core.
public interface Maps {
    /// Those of an index that one thread uses.
    Maps OF_ONE_THREAD = new Maps() {
        @Override
        public <K, V> Map<K, V> empty() {
            return new HashMap<>();
        }

        @Override
        public <K, V> NavigableMap<K, V> sorted(Comparator<K> order) {
            return new TreeMap<>(order);
        }
    };

    /// A new one.
    <K, V> Map<K, V> empty();

    /// A new one with its keys in order.
    <K, V> NavigableMap<K, V> sorted(Comparator<K> order);
}
