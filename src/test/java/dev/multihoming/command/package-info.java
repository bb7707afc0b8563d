/// Tests of the commands and of how a check is told.
@NullMarked
package dev.multihoming.command;

import org.jspecify.annotations.NullMarked;
