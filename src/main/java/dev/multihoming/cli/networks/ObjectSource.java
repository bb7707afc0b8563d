package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import java.util.List;
import java.util.function.Consumer;

/// Where objects are found. One object is in memory at a time.
public interface ObjectSource {
    /// Sees one object; `namespace` is where it is.
    interface Visitor {
        void visit(ReviewedKind kind, String namespace, JsonNode object);
    }

    /// Visits every NAD.
    void networks(Visitor visitor);

    /// Visits every object that can select networks; of pods nothing but their metadata may be there.
    ///
    /// @return the kinds that could not be read
    List<ReviewedKind> users(Visitor visitor);

    /// Visits the NodeNetworkState of every node, as far as there are any.
    void nodes(Consumer<JsonNode> each);

    /// What to know of all this: sentences.
    List<String> notices();
}
