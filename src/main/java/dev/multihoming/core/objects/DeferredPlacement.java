package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.multihoming.core.subject.PodPlacement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Of a pod whose containers are not read yet: to read them is a third of the decoding, and for nothing
/// where no network needs anything of a node.
///
/// Belongs to one review, and so to one thread.
final class DeferredPlacement implements PodPlacement {
    private final PodPlacementReader reader;
    private @Nullable PodPlacement read;

    DeferredPlacement(PodPlacementReader reader) {
        this.reader = reader;
    }

    @Override
    public Map<String, Long> requested() {
        return read().requested();
    }

    @Override
    public Resources first() {
        return read().first();
    }

    @Override
    public Map<String, String> nodeSelector() {
        return read().nodeSelector();
    }

    @Override
    public boolean hasNodeSelector() {
        return read().hasNodeSelector();
    }

    private PodPlacement read() {
        PodPlacement known = read;
        if (known == null) {
            known = readNow();
            read = known;
        }
        return known;
    }

    /// What is no JSON after all, which the API server never sends, says nothing. What is JSON and is not read must not
    /// pass for a pod that asks for nothing: a repair would then replace what it asks for.
    private PodPlacement readNow() {
        try {
            return reader.read();
        } catch (StreamConstraintsException e) {
            throw new UncheckedIOException(e);
        } catch (IOException _) {
            return NONE;
        }
    }
}
