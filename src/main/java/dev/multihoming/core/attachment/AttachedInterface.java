package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.NadRef;

/// What any pod gets that selects a network and asks for nothing more.
public final class AttachedInterface {
    private AttachedInterface() {}

    /// One row; which number its name has depends on its place in the pod's list.
    public static InterfaceTable to(NadRef ref, NetworkConfig network) {
        Rows rows = new Rows(_ -> network);
        rows.attached("net<N>", ref, "", AttachmentRequest.NOTHING);
        return rows.table();
    }
}
