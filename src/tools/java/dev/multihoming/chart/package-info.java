/// The Helm chart, made from what kustomize renders: each object is parsed, the variants are merged into one tree with
/// conditions, values are put at given paths, and the tree is written as a template.
@NullMarked
package dev.multihoming.chart;

import org.jspecify.annotations.NullMarked;
