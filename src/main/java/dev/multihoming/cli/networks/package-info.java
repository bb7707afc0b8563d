/// The networks of files or of a cluster, seen together: what `multihoming networks` lists, and how it is written.
@NullMarked
package dev.multihoming.cli.networks;

import org.jspecify.annotations.NullMarked;
