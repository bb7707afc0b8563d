/// Tests of what rules share.
@NullMarked
package dev.multihoming.core.rules;

import org.jspecify.annotations.NullMarked;
