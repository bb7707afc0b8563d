package dev.multihoming.cli.policydiff;

import dev.multihoming.core.review.Effect;

/// What becomes of the finding of a rule.
///
/// @param name of the rule
/// @param before its effect under the current policies; allowed where it found nothing
/// @param after its effect under the proposed ones
/// @param message of the finding, as the webhook words it
record RuleChange(String code, String name, Effect before, Effect after, String message) {
    /// `MH105 cross-namespace-network`.
    String title() {
        return code + " " + name;
    }

    /// `warned → denied`.
    String effects() {
        return before.word() + " → " + after.word();
    }
}
