package dev.multihoming.subject;

import dev.multihoming.multus.CniConfigReader;
import dev.multihoming.multus.NetworkSelections;
import dev.multihoming.multus.NetworkSelectionsReader;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the subject of a review out of the fields of an object, parsing only what the request changes.
public final class SubjectReader {
    private SubjectReader() {}

    /// The pod that the request creates or changes; for a Binding the pod it binds, as far as the Binding
    /// tells.
    public static Subject pod(String namespace, Arrival arrival, ObjectFields now, ObjectFields before) {
        String networks = now.annotations().networks();
        String networksBefore = before.annotations().networks();
        boolean changed = !Objects.equals(networks, networksBefore);
        return new Pod(
                namespace,
                now.displayName(),
                arrival,
                now.hostNetwork(),
                now.annotations(),
                before.annotations(),
                changed ? selections(networks) : null,
                changed ? selections(networksBefore) : null);
    }

    /// The NAD that the request creates or changes; empty where an UPDATE leaves its config as it was.
    public static Optional<Subject> nad(String namespace, Arrival arrival, ObjectFields now, ObjectFields before) {
        String config = present(now.config());
        if (arrival == Arrival.UPDATE && Objects.equals(config, present(before.config()))) {
            return Optional.empty();
        }
        return Optional.of(new Nad(
                namespace, now.displayName(), arrival, config, config == null ? null : CniConfigReader.read(config)));
    }

    private static @Nullable NetworkSelections selections(@Nullable String annotation) {
        String text = present(annotation);
        return text == null ? null : NetworkSelectionsReader.read(text);
    }

    /// Multus treats an empty annotation (facts A1) and an empty config (facts B) as absent.
    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
