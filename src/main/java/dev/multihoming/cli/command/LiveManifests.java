package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.client.LiveObjects;
import java.nio.file.Files;
import java.nio.file.Path;

/// Objects of a cluster, as if they stood in files.
///
/// @param namespace they are in
record LiveManifests(LiveObjects cluster, String namespace) {
    /// The kubeconfig's current cluster.
    ///
    /// @throws CannotRun where there is none
    static LiveObjects connected() {
        return LiveObjects.ofCurrentContext().orElseThrow(LiveManifests::noCluster);
    }

    static CannotRun noCluster() {
        return new CannotRun("There is no kubeconfig with a current context; set KUBECONFIG.");
    }

    /// Whether an argument such as `pod/web` means an object, and no file.
    static boolean isMeant(String what) {
        int slash = what.indexOf('/');
        return slash > 0
                && slash == what.lastIndexOf('/')
                && LiveObjects.isKind(what.substring(0, slash))
                && !Files.exists(Path.of(what));
    }

    /// @throws CannotRun where there is none, or it cannot be read
    Manifest read(String what) {
        int slash = what.indexOf('/');
        try {
            JsonNode object = cluster.get(what.substring(0, slash), namespace, what.substring(slash + 1))
                    .orElseThrow(() -> new CannotRun("There is no %s in namespace %s.".formatted(what, namespace)));
            return Manifests.ofCluster(object);
        } catch (LiveObjects.Unreadable e) {
            throw new CannotRun("%s cannot be read: %s.".formatted(what, e.getMessage()), e);
        }
    }
}
