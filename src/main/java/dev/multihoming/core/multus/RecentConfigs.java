package dev.multihoming.core.multus;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the last configs say, with what was found out about them. Each config is reviewed twice when it is applied, and
/// again at every dry run of a program that keeps a cluster as it is written somewhere.
///
/// Of two texts with the same place the later one stays. Thread-safe without a lock, as [RecentSelections] is.
final class RecentConfigs {
    private static final int PLACES = 128;

    /// In characters; what people write has a few hundred. All that is remembered stays below a few MiB.
    private static final int MAX_LENGTH = 2048;

    private final @Nullable CniConfig[] locations = new CniConfig[PLACES];

    /// What `reader` says of the text, now or when it was asked before: it must say the same whenever it is asked.
    CniConfig of(String text, Function<String, CniConfig> reader) {
        if (text.length() > MAX_LENGTH) {
            return reader.apply(text);
        }
        int hash = text.hashCode();
        int location = (hash ^ hash >>> Byte.SIZE ^ hash >>> Short.SIZE) & PLACES - 1;
        CniConfig recent = locations[location];
        if (recent != null && recent.text().equals(text)) {
            return recent;
        }
        CniConfig config = reader.apply(text);
        locations[location] = config;
        return config;
    }
}
