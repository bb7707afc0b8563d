package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.subject.ObjectFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One `request` of an AdmissionReview (admission.k8s.io/v1), as far as it is read; absent strings are empty.
///
/// @param uid identifies the review; echoed in the answer
/// @param resource what the request acts on
/// @param operation `CREATE`, `UPDATE`, `DELETE` or `CONNECT`
/// @param username the authenticated requester
/// @param groups that the requester is in
/// @param own the whole object where it is one of our own custom resources, a policy or an exemption
/// @param ownBefore the whole old object likewise
public record AdmissionRequest(
        String uid,
        Resource resource,
        String operation,
        String namespace,
        String name,
        String username,
        List<String> groups,
        boolean dryRun,
        ObjectFields object,
        ObjectFields oldObject,
        @Nullable JsonNode own,
        @Nullable JsonNode ownBefore) {
    /// An API resource without its version, which never changes what the fields mean here.
    public record Resource(String group, String plural, String subresource) {
        @Override
        public String toString() {
            return plural + (subresource.isEmpty() ? "" : "/" + subresource);
        }
    }
}
