package dev.multihoming.client;

import java.net.HttpURLConnection;

/// Why the API server does not answer with what was asked for, as clauses.
final class Refusals {
    private Refusals() {}

    /// Of that HTTP status; 0 or -1 where no answer came.
    ///
    /// @param what was asked for, in the plural
    static String clause(int status, String what) {
        return switch (status) {
            case HttpURLConnection.HTTP_NOT_FOUND -> "the cluster does not know " + what;
            case HttpURLConnection.HTTP_FORBIDDEN -> "you may not list the " + what + " there";
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                "the cluster does not know you: your login may have expired, log in again";
            case 0, -1 -> "the cluster does not answer";
            default -> "the cluster answered with status " + status;
        };
    }
}
