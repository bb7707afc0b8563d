/// Judges manifests in files, by the engine that judges requests.
///
/// What the commands build on, in the order of its use:
///
/// * [dev.multihoming.cli.manifest.Inputs] finds files, and [dev.multihoming.cli.manifest.Input#read] makes a
///   [dev.multihoming.cli.manifest.Source] of one: a text and its name, and lines and columns of any offset in it.
/// * [dev.multihoming.cli.manifest.ManifestReader] shows the pieces of a source one by one: an object of Kubernetes
///   ([dev.multihoming.cli.manifest.Manifest], with its [dev.multihoming.cli.manifest.Node], which knows where
///   each value stands, and its JSON), YAML that is none, or what cannot be read.
/// * [dev.multihoming.cli.manifest.InputIndex] looks through all inputs first and makes the
///   [dev.multihoming.cli.manifest.ManifestCluster]: their NADs exist; for all others
///   [dev.multihoming.cli.manifest.ExternalNetworks] answers.
/// * [dev.multihoming.cli.manifest.PolicyFiles] reads policies and exemptions, of which
///   [dev.multihoming.cli.manifest.OfflinePolicyResolver] says which governs a namespace.
/// * [dev.multihoming.cli.manifest.OfflineReviews] judges a manifest: a
///   [dev.multihoming.cli.manifest.ManifestVerdict] has the policy, what becomes of the object
///   ([dev.multihoming.core.admission.Creation]: repairs, the object after them, the verdict) and the same as
///   [dev.multihoming.cli.manifest.Problem]s, at their places in the source.
///
/// Nothing here knows of a command line, of a cluster or of Quarkus; trouble of the caller's making is
/// [dev.multihoming.cli.manifest.CannotRun].
@NullMarked
package dev.multihoming.cli.manifest;

import org.jspecify.annotations.NullMarked;
