/// Everything that is known about CNI plugins and IPAM plugins: a class for each, which cites the source of its facts.
///
/// A plugin is one class here and one line in [KnownPlugins]. Other packages ask the class; none of them compares a
/// plugin's type with a name. Nothing here words a finding: [dev.multihoming.core.schema] holds configs against the
/// fields.
@NullMarked
package dev.multihoming.core.plugins;

import org.jspecify.annotations.NullMarked;
