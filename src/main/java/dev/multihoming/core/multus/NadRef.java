package dev.multihoming.core.multus;

/// A NetworkAttachmentDefinition by namespace and name.
public record NadRef(String namespace, String name) {
    /// Whether an object can be called so.
    public boolean couldExist() {
        return NadName.isNamespace(namespace) && NadName.isName(name);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
