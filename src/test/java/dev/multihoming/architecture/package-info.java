/// The architecture, said in sentences that fail.
@NullMarked
package dev.multihoming.architecture;

import org.jspecify.annotations.NullMarked;
