/// What is under review: the part of a Kubernetes object that the rules read, and how it came to us.
///
/// Readers take only the fields that rules need. Nothing here decides anything.
@NullMarked
package dev.multihoming.core.subject;

import org.jspecify.annotations.NullMarked;
