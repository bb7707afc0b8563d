/// Tests of what rules share.
@NullMarked
package dev.multihoming.rules;

import org.jspecify.annotations.NullMarked;
