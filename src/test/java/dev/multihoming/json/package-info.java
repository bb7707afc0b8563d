/// Tests of the located JSON.
@NullMarked
package dev.multihoming.json;

import org.jspecify.annotations.NullMarked;
