package dev.multihoming.core.rules;

import dev.multihoming.core.review.Wording;
import java.util.Collection;
import java.util.Optional;

/// Closest names for the findings of one rule about one object. To look for one takes its time, and of hundreds
/// of findings only the first are told.
public final class Suggestions {
    private int left = Wording.MAX_FINDINGS;

    /// The closest name; empty where there is none, or where it is not shown.
    public Optional<String> closest(String wanted, Collection<String> names) {
        if (left == 0) {
            return Optional.empty();
        }
        left--;
        return ClosestName.to(wanted, names);
    }
}
