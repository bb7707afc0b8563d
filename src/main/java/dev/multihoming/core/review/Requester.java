package dev.multihoming.core.review;

import java.util.List;

/// The authenticated user behind a request, as the API server names it:
/// `system:serviceaccount:<namespace>:<name>` for accounts.
///
/// @param groups that the API server says the requester is in
public record Requester(String username, List<String> groups) {
    public Requester {
        groups = List.copyOf(groups);
    }

    /// One who is in no group.
    public Requester(String username) {
        this(username, List.of());
    }

    /// Whether it is a service account of that namespace.
    public boolean isAccountOf(String namespace) {
        return username.startsWith("system:serviceaccount:" + namespace + ":");
    }
}
