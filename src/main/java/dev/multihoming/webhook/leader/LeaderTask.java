package dev.multihoming.webhook.leader;

/// What only one replica does at a time.
interface LeaderTask {
    /// This replica does it from now on. Must not wait.
    void begin();

    /// It does so no longer. Must not wait.
    void end();
}
