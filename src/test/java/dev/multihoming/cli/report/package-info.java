/// Tests of how a check is reported.
@NullMarked
package dev.multihoming.cli.report;

import org.jspecify.annotations.NullMarked;
