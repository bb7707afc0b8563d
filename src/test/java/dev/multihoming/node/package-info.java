/// What a node makes of our fixtures: the real Multus, whereabouts and CNI plugins attach the pods of a real
/// API server, in network namespaces.
///
/// [MultusNode] is the node. [NodeIT] holds its answers beside our verdicts and beside what `explain` says.
@NullMarked
package dev.multihoming.node;

import org.jspecify.annotations.NullMarked;
