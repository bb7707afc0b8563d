package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import java.io.IOException;

/// Where the audit finds what is there.
public interface Inventory {
    /// In place of a namespace: all of them.
    String EVERYWHERE = "";

    /// How much of a kind could be seen.
    enum Coverage {
        WHOLE,
        /// There can be none.
        NOT_INSTALLED,
        /// RBAC keeps it from us.
        NOT_PERMITTED
    }

    /// Visits every object of that kind in a namespace, or [#EVERYWHERE], page by page and at a
    /// pace that leaves the API server room for others.
    ///
    /// @throws IOException when it ends before all was seen
    Coverage visit(ReviewedKind kind, String namespace, Visitor visitor) throws IOException;

    /// Sees one object at a time.
    interface Visitor {
        /// `apiVersion` is not in the objects of every list.
        void visit(String apiVersion, JsonNode object);
    }
}
