/// The entry point of the jar. It starts one of the wings, webhook or cli; nothing else belongs here.
@NullMarked
package dev.multihoming;

import org.jspecify.annotations.NullMarked;
