/// What one replica does for all, on real API servers.
@NullMarked
package dev.multihoming.webhook.leader;

import org.jspecify.annotations.NullMarked;
