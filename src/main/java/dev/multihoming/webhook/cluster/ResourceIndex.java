package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// The custom resources of one kind, as values. One that cannot be read leaves in force what it said before.
/// Written by one thread at a time, in the order in which things happen, and read by all.
final class ResourceIndex<T extends HasMetadata, V> {
    private static final Logger LOG = Logger.getLogger(ResourceIndex.class);

    private final String what;
    private final Function<T, V> reader;
    private final Runnable changed;
    private final Map<String, V> values = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private boolean isTogether;

    /// `reader` throws an IllegalArgumentException with a clause on what it cannot read; `changed` runs after every
    /// change.
    ResourceIndex(String what, Function<T, V> reader, Runnable changed) {
        this.what = what;
        this.reader = reader;
        this.changed = changed;
    }

    Collection<V> values() {
        return values.values();
    }

    int size() {
        return values.size();
    }

    /// The highest resourceVersion that was read.
    long version() {
        return versions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /// What is told meanwhile is one change. A child may come before its parent.
    void together(Runnable news) {
        isTogether = true;
        try {
            news.run();
        } finally {
            isTogether = false;
        }
        changed.run();
    }

    private void changed() {
        if (!isTogether) {
            changed.run();
        }
    }

    void noneIsLeft() {
        values.clear();
        versions.clear();
        changed();
    }

    void is(T resource) {
        V before = values.get(nameOf(resource));
        read(resource);
        // A new status changes nothing that rules read.
        if (!Objects.equals(before, values.get(nameOf(resource)))) {
            changed();
        }
    }

    void gone(T resource) {
        values.remove(nameOf(resource));
        versions.remove(nameOf(resource));
        changed();
    }

    private void read(T resource) {
        try {
            values.put(nameOf(resource), reader.apply(resource));
            versions.put(nameOf(resource), Long.parseLong(resource.getMetadata().getResourceVersion()));
        } catch (IllegalArgumentException e) {
            LOG.errorf("The %s %s %s; what it said before stays in force", what, nameOf(resource), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "The %s %s could not be read; this is a defect of the webhook, and what it said before stays in force",
                    what,
                    nameOf(resource));
        }
    }

    private static String nameOf(HasMetadata resource) {
        return resource.getMetadata().getName();
    }
}
