package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/// What a document of a source turned out to be.
public sealed interface ManifestDocument {
    /// An object of Kubernetes.
    record OfKubernetes(Manifest manifest) implements ManifestDocument {}

    /// YAML that is none: values of a chart, a workflow, a kustomization.
    record Foreign(SourceSpan span, JsonNode document) implements ManifestDocument {}

    /// What cannot be read; nothing after it in its source is.
    ///
    /// @param isTemplate whether it looks like a template that a tool such as Helm has yet to fill in
    record Broken(SourceSpan span, String fact, boolean isTemplate) implements ManifestDocument {}
}
