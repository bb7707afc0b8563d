/// Networks seen together: which of them are on one layer-2 segment, and which assign addresses that others
/// assign too.
///
/// Pure, and without any judgement. What the config of a network does not tell is said to be not known, and such a
/// network is never put together with another one.
@NullMarked
package dev.multihoming.core.topology;

import org.jspecify.annotations.NullMarked;
