package dev.multihoming.core.multus;

/// A NetworkAttachmentDefinition by namespace and name.
public record NadRef(String namespace, String name) {
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
