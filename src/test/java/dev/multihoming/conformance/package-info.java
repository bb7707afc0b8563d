/// Our rules beside the truth: the real CNI plugins and Go's own decoder.
///
/// [ConformanceIT] asks the plugins, in network namespaces of its own, what they refuse, and compares it
/// with what we deny. A plugin joins by a [Trial] in [Trials]; its cases come from the table that the
/// rules read (`dev.multihoming.core.plugins`). [ReaderDifferentialIT] asks Go what it reads out of a
/// text.
@NullMarked
package dev.multihoming.conformance;

import org.jspecify.annotations.NullMarked;
