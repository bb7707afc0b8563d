package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.RuleMutation;
import java.util.List;

/// What becomes of an object that is created.
///
/// @param mutations what is repaired on its way in
/// @param stored the object after the repairs; it is stored where the verdict allows
/// @param asPods the stored object, described as its pods will be after their own repairs; `stored` where it makes none
/// @param verdict on it
public record Creation(List<RuleMutation> mutations, JsonNode stored, JsonNode asPods, Verdict verdict) {
    public Creation {
        mutations = List.copyOf(mutations);
    }

    /// What both webhooks said.
    public ReviewOutcome outcome() {
        return new ReviewOutcome(verdict, mutations);
    }
}
