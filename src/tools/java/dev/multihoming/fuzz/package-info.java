/// Fuzzing of both endpoints with Jazzer: targets, what must hold for every input, and the corpus that is
/// replayed by every build. A target is a class with a `fuzzerTestOneInput`; `make fuzz` runs them all. Nothing
/// here knows sockets or a cluster.
@NullMarked
package dev.multihoming.fuzz;

import org.jspecify.annotations.NullMarked;
