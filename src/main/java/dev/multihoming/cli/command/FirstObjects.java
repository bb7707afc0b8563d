package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Manifest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shows existing objects up to a number, and says so where there are more.
final class FirstObjects {
    private final int most;
    private final Predicate<Manifest> isCounted;
    private int seen;

    /// @param namespace whose objects are counted; `null` for all
    FirstObjects(int most, @Nullable String namespace) {
        this.most = most;
        this.isCounted = it -> namespace == null || namespace.equals(it.namespace());
    }

    /// Objects of other namespaces are shown, too: they can be what an object belongs to.
    ///
    /// @return a sentence where not all were shown
    List<String> each(ExistingObjects objects, Consumer<Manifest> visitor) {
        try {
            objects.forEach(manifest -> {
                if (isCounted.test(manifest)) {
                    seen++;
                }
                if (seen > most) {
                    throw new Enough();
                }
                visitor.accept(manifest);
            });
            return List.of();
        } catch (Enough _) {
            return List.of("Only the first %s objects were looked at; choose a namespace to see all of it."
                    .formatted("%,d".formatted(most)));
        }
    }

    /// Ends a list before its end.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super("enough objects", null, false, false);
        }
    }
}
