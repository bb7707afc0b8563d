package dev.multihoming.core.review;

import java.util.List;

/// The pods that were attached to a network at the moment of the request, as far as there was time to look.
///
/// @param first some of their names, at most [#MAX_NAMED]; of pods elsewhere with their namespace
/// @param count how many were seen
/// @param complete whether these are all
public record NetworkUsers(List<String> first, int count, boolean complete) {
    public static final int MAX_NAMED = 5;

    /// Nobody uses it.
    public static final NetworkUsers NONE = new NetworkUsers(List.of(), 0, true);

    /// Nobody could look.
    public static final NetworkUsers UNKNOWN = new NetworkUsers(List.of(), 0, false);

    public NetworkUsers {
        first = List.copyOf(first);
    }
}
