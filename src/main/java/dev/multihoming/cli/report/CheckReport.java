package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreComment;
import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;

/// Told what a check finds, in the order in which it finds it.
public interface CheckReport {
    /// An object was judged, also one with nothing to say about.
    void judged(ManifestVerdict judgement);

    /// A file, or the rest of one, could not be read.
    void unread(Unread unread);

    /// A comment hid that warning of an object.
    default void hidden(ManifestVerdict judgement, Problem warning, IgnoreComment comment) {}

    /// What came of a comment that hides warnings, also where it hid none.
    void ignored(IgnoreOutcome outcome);

    /// An object concerns networks, and no review sees it.
    void notJudged(NotJudged object);

    /// All is told.
    void end(CheckSummary tally);
}
