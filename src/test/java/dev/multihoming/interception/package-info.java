/// The shipped configurations on a real API server: what calls us, what does not, what it all needs to run.
@NullMarked
package dev.multihoming.interception;

import org.jspecify.annotations.NullMarked;
