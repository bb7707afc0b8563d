/// Tests of the commands and of how a check is told.
@NullMarked
package dev.multihoming.cli.command;

import org.jspecify.annotations.NullMarked;
