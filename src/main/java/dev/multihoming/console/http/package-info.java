/// The server of the console: which requests it takes, and what it answers. It listens on loopback only.
@NullMarked
package dev.multihoming.console.http;

import org.jspecify.annotations.NullMarked;
