package dev.multihoming.admission;

import dev.multihoming.policy.Verdict;
import dev.multihoming.review.Amendment;
import java.util.List;

/// What one webhook call comes to.
///
/// @param verdict of the findings; on `/mutate` always nothing, since it only repairs
/// @param amendments to make; empty on `/validate`
public record Outcome(Verdict verdict, List<Amendment> amendments) {
    /// Admitted, nothing to say, nothing to mend.
    static final Outcome NOTHING = new Outcome(Verdict.NOTHING, List.of());

    public Outcome {
        amendments = List.copyOf(amendments);
    }

    boolean isNothing() {
        return amendments.isEmpty() && verdict.isNothing();
    }
}
