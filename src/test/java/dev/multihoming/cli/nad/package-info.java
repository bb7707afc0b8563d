/// NADs as people keep them in files.
@NullMarked
package dev.multihoming.cli.nad;

import org.jspecify.annotations.NullMarked;
