/// Tests of the located JSON.
@NullMarked
package dev.multihoming.core.json;

import org.jspecify.annotations.NullMarked;
