package dev.multihoming.core.subject;

/// One of the `additionalNetworks` of OpenShift's network operator, which makes a NAD of it.
///
/// @param index in the list, from 0
/// @param field that describes it: `rawCNIConfig`, which is the NAD's config, or `simpleMacvlanConfig`, of which the
/// operator makes it
/// @param config what the NAD's config will be; empty where there is none
public record AdditionalNetwork(int index, String name, String namespace, String field, String config) {
    public static final String RAW = "rawCNIConfig";
    public static final String SIMPLE_MACVLAN = "simpleMacvlanConfig";

    /// Whether its author wrote the config itself, so that places in it mean something.
    boolean isWritten() {
        return field.equals(RAW);
    }
}
