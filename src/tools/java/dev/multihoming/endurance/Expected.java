package dev.multihoming.endurance;

import dev.multihoming.chaos.Answer;

/// What the API server has to answer to a request.
///
/// @param code of the rule that denies it; empty where it is admitted
/// @param text that stands in the stored object or in a warning; empty where none must
record Expected(String code, String text) {
    static final Expected ADMITTED = new Expected("", "");

    /// What a pod of a network that cannot be looked up in time is warned with.
    private static final String UNVERIFIED = "MH113";

    static Expected denied(String code) {
        return new Expected(code, "");
    }

    static Expected admittedWith(String text) {
        return new Expected("", text);
    }

    Outcome of(Answer answer) {
        if (answer.status() / 100 == 2) {
            if (answer.warns(UNVERIFIED)) {
                return Outcome.UNVERIFIED;
            }
            return code.isEmpty() && hasText(answer) ? Outcome.RIGHT : Outcome.WRONG;
        }
        if (answer.isWebhookFailure() || answer.denies("MH9")) {
            return Outcome.FAILED;
        }
        if (answer.isDenial()) {
            return !code.isEmpty() && answer.denies(code) ? Outcome.RIGHT : Outcome.WRONG;
        }
        return Outcome.NOT_TAKEN;
    }

    private boolean hasText(Answer answer) {
        return answer.body().contains(text) || answer.warns(text);
    }
}
