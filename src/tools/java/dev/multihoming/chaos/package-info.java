/// `make chaos`: two replicas under a steady stream of requests, and one fault after the other. Each fault has
/// a promise, which docs/operations.md repeats, and which this package holds us to.
@NullMarked
package dev.multihoming.chaos;

import org.jspecify.annotations.NullMarked;
