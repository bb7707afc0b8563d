/// The engine: rules look at a subject and say what they find; fixers say how to repair it.
///
/// Everything here is a value or a pure function. What a rule needs of the cluster comes through [ClusterView],
/// what it needs of a policy through [Settings]; nothing here waits, logs or knows where either comes from.
@NullMarked
package dev.multihoming.core.review;

import org.jspecify.annotations.NullMarked;
