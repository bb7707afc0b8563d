package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Amendment;
import java.util.List;

/// What becomes of an object that is created.
///
/// @param amendments what is repaired on its way in
/// @param stored the object after the repairs; it is stored where the verdict allows
/// @param asPods the stored object, described as its pods will be after their own repairs; `stored` where it makes none
/// @param verdict on it
public record Creation(List<Amendment> amendments, JsonNode stored, JsonNode asPods, Verdict verdict) {
    public Creation {
        amendments = List.copyOf(amendments);
    }

    /// What both webhooks said.
    public Outcome outcome() {
        return new Outcome(verdict, amendments);
    }
}
