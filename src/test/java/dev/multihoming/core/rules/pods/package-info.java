/// Tests of the rules about pods, beside their fixtures.
@NullMarked
package dev.multihoming.core.rules.pods;

import org.jspecify.annotations.NullMarked;
