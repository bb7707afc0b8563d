/// What Multus would make of a pod's annotations: one row an interface, as `ip address` in the pod would show them.
///
/// Pure, like the rules, and without any judgement: rules say whether it is legal, this says what it would be. What
/// depends on the node, a DHCP server or an unknown plugin is said to be unknown, never guessed.
@NullMarked
package dev.multihoming.core.attachment;

import org.jspecify.annotations.NullMarked;
