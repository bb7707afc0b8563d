package dev.multihoming.core.multus;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the last networks annotations say. All pods of a template carry the same text, and each is reviewed twice.
///
/// Of two texts with the same place the later one stays, so that whoever writes many different ones makes each of them
/// be read, as if nothing were remembered.
///
/// Thread-safe without a lock: what is remembered never changes, and a thread that does not see what another one
/// remembered reads the text itself.
final class RecentSelections {
    private static final int PLACES = 256;

    /// In characters, and in elements; what people write has some hundred, and few. All that is remembered stays
    /// below a MiB or two.
    private static final int MAX_LENGTH = 1024;

    private static final int MAX_ELEMENTS = 16;

    private final @Nullable NetworkSelections[] locations = new NetworkSelections[PLACES];

    /// What `reader` says of the text, now or when it was asked before: it must say the same whenever it is asked.
    NetworkSelections of(String text, Function<String, NetworkSelections> reader) {
        if (text.length() > MAX_LENGTH) {
            return reader.apply(text);
        }
        int location = location(text);
        NetworkSelections recent = locations[location];
        if (recent != null && recent.text().equals(text)) {
            return recent;
        }
        NetworkSelections selections = reader.apply(text);
        // The others are refused, and their violations have a length of their own.
        if (selections.isClear() && selections.count() <= MAX_ELEMENTS) {
            locations[location] = selections;
        }
        return selections;
    }

    private static int location(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> Byte.SIZE ^ hash >>> Short.SIZE) & PLACES - 1;
    }
}
