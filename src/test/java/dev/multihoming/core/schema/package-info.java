/// The engine, by the texts of both who use it.
@NullMarked
package dev.multihoming.core.schema;

import org.jspecify.annotations.NullMarked;
