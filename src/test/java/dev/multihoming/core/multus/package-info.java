/// Tests of the readers of what Multus reads.
@NullMarked
package dev.multihoming.core.multus;

import org.jspecify.annotations.NullMarked;
