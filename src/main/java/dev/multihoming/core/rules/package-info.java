/// The rules: one class per rule, and [RuleBook], the list of them all.
///
/// A rule sees a subject and a context and says what it finds; it knows neither policy nor Kubernetes.
@NullMarked
package dev.multihoming.core.rules;

import org.jspecify.annotations.NullMarked;
