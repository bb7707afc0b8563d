/// Tests of the offline shell.
@NullMarked
package dev.multihoming.cli.manifest;

import org.jspecify.annotations.NullMarked;
