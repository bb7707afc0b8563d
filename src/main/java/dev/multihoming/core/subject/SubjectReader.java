package dev.multihoming.core.subject;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the subject of a review out of the fields of an object, parsing only what the request changes.
public final class SubjectReader {
    private SubjectReader() {}

    /// The pod that the request creates or changes; for a Binding the pod it binds, as far as the Binding
    /// tells.
    public static Subject pod(String namespace, Operation operation, ObjectFields now, ObjectFields before) {
        String networks = now.annotations().networks();
        String networksBefore = before.annotations().networks();
        boolean changed = !Objects.equals(networks, networksBefore);
        return new Pod(
                namespace,
                now.displayName(),
                operation,
                hostNetwork(operation, now, before),
                now.annotations(),
                before.annotations(),
                changed ? selections(networks) : null,
                changed ? selections(networksBefore) : null,
                operation == Operation.CREATE ? now.placement() : PodPlacement.NONE,
                operation == Operation.CREATE && now.networkStatus(),
                operation == Operation.CREATE ? now.texts() : PodTexts.NONE);
    }

    /// A pod's network namespace is settled when it is created. What a later request says of it is not believed: on
    /// `pods/status` the author of the request writes a whole pod, of which only the status and the metadata count.
    private static boolean hostNetwork(Operation operation, ObjectFields now, ObjectFields before) {
        return switch (operation) {
            case CREATE, EXISTING -> now.hostNetwork();
            case UPDATE -> before.hostNetwork();
            case BINDING, DELETE -> false;
        };
    }

    /// The NAD that the request creates, changes or deletes; empty where an UPDATE leaves its config and its resource
    /// as they were. A config of more than `maxConfigBytes` is not read.
    public static Optional<Subject> nad(
            String namespace, Operation operation, ObjectFields now, ObjectFields before, int maxConfigBytes) {
        if (operation == Operation.DELETE) {
            return Optional.of(
                    new Nad(namespace, before.displayName(), operation, null, 0, null, before.resourceName(), null));
        }
        String text = present(now.config());
        if (operation == Operation.UPDATE
                && Objects.equals(text, present(before.config()))
                && now.resourceName().equals(before.resourceName())) {
            return Optional.empty();
        }
        int bytes = text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        CniConfig config = text == null || bytes > maxConfigBytes ? null : CniConfigReader.read(text);
        return Optional.of(new Nad(
                namespace,
                now.displayName(),
                operation,
                text,
                bytes,
                config,
                now.resourceName(),
                operation == Operation.UPDATE ? before(before, maxConfigBytes) : null));
    }

    private static Nad.@Nullable Before before(ObjectFields before, int maxConfigBytes) {
        String text = present(before.config());
        return text == null || text.getBytes(StandardCharsets.UTF_8).length > maxConfigBytes
                ? null
                : new Nad.Before(CniConfigReader.read(text), before.resourceName());
    }

    /// The policy that the request creates, or whose networks it changes.
    public static Optional<Subject> networkPolicy(
            String namespace, Operation operation, ObjectFields now, ObjectFields before) {
        return operation == Operation.UPDATE && Objects.equals(now.policyFor(), before.policyFor())
                ? Optional.empty()
                : Optional.of(new MultiNetworkPolicy(namespace, now.displayName(), now.policyFor()));
    }

    private static @Nullable NetworkSelections selections(@Nullable String annotation) {
        String text = present(annotation);
        return text == null ? null : NetworkSelectionsReader.read(text);
    }

    /// Multus treats an empty annotation (node-behavior.md#annotations-that-multus-reads) and an empty config
    /// (node-behavior.md#empty-config) as absent.
    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
