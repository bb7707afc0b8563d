package dev.multihoming.core.review;

import java.util.List;
import java.util.stream.Stream;

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

    /// One who is only named: with the groups that the API server adds to those that are given.
    public static Requester named(String username, List<String> groups) {
        String[] parts = username.split(":", -1);
        boolean isAccount = parts.length == 4 && username.startsWith("system:serviceaccount:");
        Stream<String> added = isAccount
                ? Stream.of("system:serviceaccounts", "system:serviceaccounts:" + parts[2], "system:authenticated")
                : username.isEmpty() ? Stream.of() : Stream.of("system:authenticated");
        return new Requester(
                username, Stream.concat(groups.stream(), added).distinct().toList());
    }

    /// Whether it is a service account of that namespace.
    public boolean isAccountOf(String namespace) {
        return username.startsWith("system:serviceaccount:" + namespace + ":");
    }
}
