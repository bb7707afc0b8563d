package dev.multihoming.core.policy;

import dev.multihoming.core.review.Requester;

/// What an exemption looks at: which object, whose request, and when.
///
/// @param kind of the object, such as `Pod`
/// @param name of the object; of one that the API server has yet to name its `generateName` with a `*`
/// @param podPrefix how the names of the pods begin that the object makes; empty for what is not a workload
/// @param now seconds since the epoch
public record ReviewAttributes(
        String kind, String namespace, String name, String podPrefix, Requester requester, long now) {
    /// Of which nothing is known, so that no exemption fits.
    public static final ReviewAttributes UNKNOWN =
            new ReviewAttributes("", "", "", "", new Requester(""), Long.MAX_VALUE);
}
