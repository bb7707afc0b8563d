/// Documents generated from the code, written by `make docs` and compared by a test.
@NullMarked
package dev.multihoming.docs;

import org.jspecify.annotations.NullMarked;
