package dev.multihoming.conformance;

/// A case, what the node made of it and what we say.
record Comparison(Trial trial, Case one, Answer node, OurReview ours, OurReview baseline) {
    enum Result {
        /// Both take it or both refuse it.
        AGREED,
        /// We deny what the plugin takes.
        WE_ARE_STRICTER,
        /// We say nothing to what the plugin refuses.
        WE_ARE_LAXER
    }

    Result result() {
        return switch (node) {
            case Answer.Refused _ -> ours.objectsMoreThan(baseline) ? Result.AGREED : Result.WE_ARE_LAXER;
            // What only this machine cannot do, the plugin took; so must we.
            case Answer.Attached _, Answer.BeyondThisMachine _ ->
                ours.denies() ? Result.WE_ARE_STRICTER : Result.AGREED;
        };
    }

    String key() {
        return trial.name() + " | " + one.name();
    }

    @Override
    public String toString() {
        String said = switch (node) {
            case Answer.Attached _ -> "the plugin attached it";
            case Answer.Refused(String message) -> "the plugin refused it (" + message + ")";
            case Answer.BeyondThisMachine(String message, String _) -> "the plugin took it (" + message + ")";
        };
        return "%s: %s, we %s".formatted(key(), said, ours.denies() ? "deny it: " + ours.denials() : "admit it");
    }
}
