/// The offline shell: the laws, held against manifests in files.
@NullMarked
package dev.multihoming.lint;

import org.jspecify.annotations.NullMarked;
