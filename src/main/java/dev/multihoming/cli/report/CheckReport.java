package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.ManifestVerdict;

/// Told what a check finds, in the order in which it finds it.
public interface CheckReport {
    /// An object was judged, also one with nothing to say about.
    void judged(ManifestVerdict judgement);

    /// A file, or the rest of one, could not be read.
    void unread(Unread unread);

    /// All is told.
    void end(CheckSummary tally);
}
