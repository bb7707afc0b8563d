/// Tests of the offline shell.
@NullMarked
package dev.multihoming.lint;

import org.jspecify.annotations.NullMarked;
