/// What is known of the keys that Multus, libcni and each CNI plugin read: one table per plugin, to be held
/// beside the facts it quotes.
///
/// A plugin type is one file here and one line in [KnownPlugins]. Tables only state types, ranges and
/// exclusions, which [dev.multihoming.core.schema] holds configs against and words messages of.
@NullMarked
package dev.multihoming.core.plugins;

import org.jspecify.annotations.NullMarked;
