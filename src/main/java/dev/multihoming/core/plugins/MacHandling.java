package dev.multihoming.core.plugins;

/// What a plugin does with a requested hardware address.
///
/// @param otherwise where the address comes from without a request
public record MacHandling(Request request, Source otherwise) {
    /// What comes of a request.
    public enum Request {
        TAKEN,
        /// Taken, and also from `args.cni.mac` of the config.
        TAKEN_ALSO_FROM_ARGS,
        IGNORED,
        /// The interface cannot have an address of its own.
        IMPOSSIBLE
    }

    /// Where an address comes from.
    public enum Source {
        RANDOM,
        DEVICE,
        MASTER,
        LINKS,
        OVN
    }

    public boolean takesRequests() {
        return request == Request.TAKEN || request == Request.TAKEN_ALSO_FROM_ARGS;
    }
}
