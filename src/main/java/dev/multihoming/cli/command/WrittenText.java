package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.DuplicateKeys;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.multus.NadRef;
import java.util.List;

/// The network that a text asks to be written, as kubectl would send it.
record WrittenText(NadRef ref, ObjectNode object) {
    /// @param defaultNamespace of a text that names none
    /// @throws Refused for a text that is not exactly one network
    static WrittenText of(String text, String defaultNamespace) {
        Manifest network = only(text, defaultNamespace);
        DuplicateKeys.in(network).stream().findFirst().ifPresent(it -> {
            throw new Refused(
                    "%s: %s. %s. Nothing was written.".formatted(it.span().from(), it.fact(), it.remedy()));
        });
        ObjectNode object = network.object().deepCopy();
        NadRef ref = new NadRef(network.namespace(), object.at("/metadata/name").asText());
        if (!ref.couldExist()) {
            throw new Refused("The network needs a name and a namespace of lower case letters, digits and \"-\".");
        }
        object.withObject("/metadata").put("namespace", ref.namespace());
        return new WrittenText(ref, object);
    }

    /// Of the object that it replaces; empty for a new one.
    String resourceVersion() {
        return StoredNetwork.resourceVersion(object);
    }

    private static Manifest only(String text, String defaultNamespace) {
        try {
            List<Manifest> all = Manifests.whole(Input.pasted(text), defaultNamespace);
            if (all.size() != 1 || !NetworkRow.isNetwork(all.getFirst())) {
                throw new Refused("The console writes exactly one NetworkAttachmentDefinition at a time;"
                        + " write other objects with kubectl.");
            }
            return all.getFirst();
        } catch (CannotRun e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
