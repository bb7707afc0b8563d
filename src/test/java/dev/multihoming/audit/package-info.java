@NullMarked
package dev.multihoming.audit;

import org.jspecify.annotations.NullMarked;
