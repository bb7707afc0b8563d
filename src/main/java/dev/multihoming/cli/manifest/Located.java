package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a path leads into a manifest.
///
/// @param key that leads to `value`; `null` for the whole manifest and for an element
/// @param isWhole whether the whole path is there
record Located(@Nullable Node key, Node value, boolean isWhole) {
    static Located of(Node root, List<String> steps) {
        Located at = new Located(null, root, true);
        for (String step : steps) {
            Located next = step(at.value(), step);
            if (next == null) {
                return new Located(at.key(), at.value(), false);
            }
            at = next;
        }
        return at;
    }

    private static @Nullable Located step(Node from, String step) {
        return switch (from) {
            case Mapping mapping ->
                entry(mapping, step)
                        .map(entry -> new Located(entry.key(), entry.value(), true))
                        .orElse(null);
            case Sequence sequence -> {
                int index = step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
                yield index < sequence.elements().size()
                        ? new Located(null, sequence.elements().get(index), true)
                        : null;
            }
            case Scalar _ -> null;
        };
    }

    /// Its own, or one that it merges: the last one counts ([Expansion]).
    private static Optional<Node.Entry> entry(Mapping mapping, String key) {
        for (Node.Entry entry : mapping.entries().reversed()) {
            Optional<Node.Entry> found = entry.key() instanceof Scalar scalar
                    ? scalar.type() == Node.Type.MERGE
                            ? merged(entry.value(), key)
                            : Optional.of(entry).filter(_ -> scalar.text().equals(key))
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Node.Entry> merged(Node merged, String key) {
        return switch (merged) {
            case Mapping mapping -> entry(mapping, key);
            case Sequence several ->
                several.elements().stream()
                        .flatMap(element -> merged(element, key).stream())
                        .findFirst();
            case Scalar _ -> Optional.empty();
        };
    }
}
