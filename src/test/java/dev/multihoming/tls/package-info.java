@NullMarked
package dev.multihoming.tls;

import org.jspecify.annotations.NullMarked;
