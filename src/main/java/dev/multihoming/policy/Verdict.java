package dev.multihoming.policy;

import dev.multihoming.review.Finding;
import java.util.List;
import java.util.stream.Stream;

/// The judgement of one request.
///
/// @param denials findings that deny it, in code order; empty where it is admitted
/// @param warnings findings the requester is told of, in code order; none that only repeats a denial
public record Verdict(List<Finding> denials, List<Finding> warnings) {
    /// Admitted, and nothing to say.
    public static final Verdict NOTHING = new Verdict(List.of(), List.of());

    public Verdict {
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
    }

    /// The same, and nothing denied.
    public Verdict asWarnings() {
        return new Verdict(
                List.of(), Stream.concat(denials.stream(), warnings.stream()).toList());
    }

    public boolean allowed() {
        return denials.isEmpty();
    }
}
