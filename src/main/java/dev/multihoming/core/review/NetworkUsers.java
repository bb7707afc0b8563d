package dev.multihoming.core.review;

import java.util.List;

/// The pods that were attached to a network at the moment of the request, as far as there was
/// time to look.
///
/// @param first some names of pods of the network's own namespace, at most [#MAX_NAMED]
/// @param count how many were seen
/// @param elsewhere how many of them are pods of other namespaces, which are not named: the
///     author of the network need not know what runs there
/// @param complete whether these are all
public record NetworkUsers(List<String> first, int count, int elsewhere, boolean complete) {
    public static final int MAX_NAMED = 5;

    /// No pod uses it.
    public static final NetworkUsers NONE = new NetworkUsers(List.of(), 0, 0, true);

    /// It could not be asked for.
    public static final NetworkUsers UNKNOWN = new NetworkUsers(List.of(), 0, 0, false);

    public NetworkUsers {
        first = List.copyOf(first);
    }
}
