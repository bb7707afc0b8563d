package dev.multihoming.webhook.cluster;

/// Who must know whether a custom resource can be read at all.
interface CrdUser {
    /// It can, from now on. May be told again.
    void crdInstalled();

    /// It cannot. May be told again.
    void crdMissing();

    /// The process ends.
    void stop();
}
