package dev.multihoming.cli.manifest;

import dev.multihoming.core.review.Effect;
/// Something that is said about a manifest.
///
/// @param effect that it would have on a request: denied, warned or repaired
/// @param code of the rule; empty for what no rule finds and no webhook sees
/// @param name of the rule, or of what is wrong with the file, such as `duplicate-key`
/// @param fact what stands there; a clause without full stop
/// @param requirement what it breaks; a clause
/// @param remedy what to do; a sentence without full stop, or empty
/// @param field of the object, with the place in its text: as the webhook would call it
/// @param decidedBy whose decision a denial is; empty for the built-in policy
/// @param span what to underline

public record Problem(
        Effect effect,
        String code,
        String name,
        String fact,
        String requirement,
        String remedy,
        String field,
        String decidedBy,
        SourceSpan span) {
    /// What to call it by: the code, or the name where it has none.
    public String id() {
        return code.isEmpty() ? name : code;
    }
}
