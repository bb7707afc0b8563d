package dev.multihoming.core.subject;

import java.util.List;

/// The configuration of OpenShift's network operator, as far as it makes NADs.
///
/// @param networks those whose CNI config this request brings, with the NADs that the operator will make of them
public record OperatorNetworks(String displayName, List<Made> networks) implements Subject {
    public OperatorNetworks {
        networks = List.copyOf(networks);
    }

    /// One network and the NAD that it will be.
    ///
    /// @param path of the field that describes it
    /// @param isWritten whether that field is the config itself, so that places in it mean something
    /// @param nad what it will be
    public record Made(String path, boolean isWritten, Nad nad) {}

    /// It is the cluster's own.
    @Override
    public String namespace() {
        return "";
    }

    @Override
    public String kind() {
        return "Network";
    }
}
