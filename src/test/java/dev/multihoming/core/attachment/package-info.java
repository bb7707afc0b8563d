/// The tables of interfaces, held beside what was seen on nodes.
@NullMarked
package dev.multihoming.core.attachment;

import org.jspecify.annotations.NullMarked;
