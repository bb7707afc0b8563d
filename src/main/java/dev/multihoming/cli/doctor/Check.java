package dev.multihoming.cli.doctor;

import java.util.List;

/// Looks at one part of an installation.
@FunctionalInterface
interface Check {
    /// What it found; at least one line where the part can be there at all.
    List<Line> lines(Installation installation);
}
