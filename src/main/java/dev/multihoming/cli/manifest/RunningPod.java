package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.subject.NetworkAnnotations;

/// A pod that a node has taken, as the API server returns it.
public final class RunningPod {
    private RunningPod() {}

    /// Without what Multus added: nothing that its author wrote.
    public static Manifest asWritten(Manifest manifest) {
        if (!isRunning(manifest)
                || !manifest.object().at("/metadata/annotations").has(NetworkAnnotations.STATUS)) {
            return manifest;
        }
        ObjectNode written = manifest.object().deepCopy();
        ((ObjectNode) written.at("/metadata/annotations")).remove(NetworkAnnotations.STATUS);
        return new Manifest(manifest.source(), manifest.number(), manifest.node(), written, manifest.namespace());
    }

    private static boolean isRunning(Manifest manifest) {
        JsonNode object = manifest.object();
        return manifest.apiVersion().equals("v1")
                && manifest.kind().equals("Pod")
                && object.at("/metadata/uid").isTextual()
                && object.at("/status/hostIP").isTextual();
    }
}
