package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Requests to an API server that change nothing: reads and dry runs. Each answer is a value, also a refusal.
public interface ClusterRequests {
    /// Reads an object or a list.
    ///
    /// @param path below the server's address, without `/` at its start; with or without a query
    Reply get(String path);

    /// Creates an object without storing it, as `kubectl create --dry-run=server` does.
    ///
    /// @param path of the list that it would be in
    Reply dryRun(String path, JsonNode object);

    /// An answer.
    ///
    /// @param status of HTTP; 0 where no answer came
    /// @param body an object, a list or a Status; a missing node where there is none
    /// @param warnings as the API server sends them beside the body
    record Reply(int status, JsonNode body, List<String> warnings) {
        public Reply {
            warnings = List.copyOf(warnings);
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public boolean isNotFound() {
            return status == 404;
        }

        /// The message of a Status.
        public String message() {
            return body.path("message").asText();
        }

        /// Whether RBAC refuses it, not admission.
        public boolean isNotPermitted() {
            return status == 401
                    || (status == 403
                            && message().contains(" cannot ")
                            && message().contains(" is forbidden: User "));
        }

        /// Why there is nothing to judge, a clause.
        public String refusal(String what) {
            return Refusals.clause(status, what);
        }
    }
}
