/// The files of a release, written by `make release`.
@NullMarked
package dev.multihoming.release;

import org.jspecify.annotations.NullMarked;
