/// What one replica does for all, on real API servers.
@NullMarked
package dev.multihoming.leader;

import org.jspecify.annotations.NullMarked;
