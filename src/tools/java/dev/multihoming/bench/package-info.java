/// `make bench`: what a review costs, in memory and over the wire. Ratios within one run, since machines are
/// noisy.
@NullMarked
package dev.multihoming.bench;

import org.jspecify.annotations.NullMarked;
