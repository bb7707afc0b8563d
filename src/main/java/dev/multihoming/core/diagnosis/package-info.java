/// What an error of Multus or of a CNI plugin means: a table, and nothing else.
@NullMarked
package dev.multihoming.core.diagnosis;

import org.jspecify.annotations.NullMarked;
