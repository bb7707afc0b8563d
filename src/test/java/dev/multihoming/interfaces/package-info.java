/// The tables of interfaces, held beside what was seen on nodes.
@NullMarked
package dev.multihoming.interfaces;

import org.jspecify.annotations.NullMarked;
