/// What a change of policies and exemptions does to objects: each is judged under the current and under the proposed
/// ones, by the engine that judges requests, as if it were created again.
@NullMarked
package dev.multihoming.cli.policydiff;

import org.jspecify.annotations.NullMarked;
