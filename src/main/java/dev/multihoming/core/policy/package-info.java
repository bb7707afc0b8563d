/// What becomes of findings: the security team's decisions, as values.
///
/// Rules find, policy judges; they do not know each other.
@NullMarked
package dev.multihoming.core.policy;

import org.jspecify.annotations.NullMarked;
