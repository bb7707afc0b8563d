/// How a check is told: one class a format.
@NullMarked
package dev.multihoming.command.report;

import org.jspecify.annotations.NullMarked;
