package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// All a text comes to.
final class ManifestDocuments {
    private ManifestDocuments() {}

    /// The values of its pieces, in their order; what is broken has none.
    static List<JsonNode> values(String text) {
        List<JsonNode> values = new ArrayList<>();
        ManifestReader.read(
                new Source("", text),
                "",
                piece -> values.add(
                        switch (piece) {
                            case ManifestDocument.OfKubernetes(Manifest manifest) -> manifest.object();
                            case ManifestDocument.Foreign foreign -> foreign.document();
                            case ManifestDocument.Broken _ -> MissingNode.getInstance();
                        }));
        return values;
    }
}
