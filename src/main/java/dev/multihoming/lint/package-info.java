/// The offline shell: the laws, held against manifests in files, by the engine that judges requests.
///
/// What the commands build on, in the order of its use:
///
/// * [dev.multihoming.lint.Inputs] finds files, and [dev.multihoming.lint.Input#read] makes a
///   [dev.multihoming.lint.Source] of one: a text and its name, and lines and columns of any offset in it.
/// * [dev.multihoming.lint.ManifestReader] shows the pieces of a source one by one: an object of Kubernetes
///   ([dev.multihoming.lint.Manifest], with its [dev.multihoming.lint.Node], which knows where each value stands, and
///   its JSON), YAML that is none, or what cannot be read.
/// * [dev.multihoming.lint.Survey] looks through all inputs first and makes the
///   [dev.multihoming.lint.World]: their NADs exist; for all others [dev.multihoming.lint.Surroundings] answers.
/// * [dev.multihoming.lint.PolicyFiles] reads policies and exemptions, of which
///   [dev.multihoming.lint.OfflineGovernor] says which governs a namespace.
/// * [dev.multihoming.lint.OfflineReviews] judges a manifest: a [dev.multihoming.lint.Judgement] has the policy, what
///   becomes of the object ([dev.multihoming.admission.Creation]: repairs, the object after them, the verdict) and the
///   same as [dev.multihoming.lint.Problem]s, at their places in the source.
///
/// Nothing here knows of a command line, of a cluster or of Quarkus; trouble of the caller's making is
/// [dev.multihoming.lint.CannotRun].
@NullMarked
package dev.multihoming.lint;

import org.jspecify.annotations.NullMarked;
