package dev.multihoming.core.admission;

import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Amendment;
import java.util.List;

/// What one webhook call comes to.
///
/// @param verdict of the findings; on `/mutate` always nothing, since it only repairs
/// @param amendments to make; empty on `/validate`
public record Outcome(Verdict verdict, List<Amendment> amendments) {
    /// Admitted, nothing to say, nothing to mend.
    public static final Outcome NOTHING = new Outcome(Verdict.NOTHING, List.of());

    public Outcome {
        amendments = List.copyOf(amendments);
    }

    public boolean isNothing() {
        return amendments.isEmpty() && verdict.isNothing();
    }
}
