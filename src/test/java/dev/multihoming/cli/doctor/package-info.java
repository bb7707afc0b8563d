@NullMarked
package dev.multihoming.cli.doctor;

import org.jspecify.annotations.NullMarked;
