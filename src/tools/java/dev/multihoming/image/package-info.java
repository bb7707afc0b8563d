/// Makes the image, without a container engine or a registry: a base of the JDK at hand and Debian's glibc, the
/// application, and an AOT cache trained in that very image. `make image` runs it, `ImageIT` tries what it made.
@NullMarked
package dev.multihoming.image;

import org.jspecify.annotations.NullMarked;
