package dev.multihoming.webhook.cluster;

import dev.multihoming.core.topology.Maps;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Maps of an index that an informer changes while reviews read it.
record ConcurrentMaps() implements Maps {
    @Override
    public <K, V> Map<K, V> empty() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public <K, V> NavigableMap<K, V> sorted(Comparator<K> order) {
        return new ConcurrentSkipListMap<>(order);
    }
}
