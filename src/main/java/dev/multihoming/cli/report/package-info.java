/// How a check is told: one class a format.
@NullMarked
package dev.multihoming.cli.report;

import org.jspecify.annotations.NullMarked;
