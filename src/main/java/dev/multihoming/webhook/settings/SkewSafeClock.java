package dev.multihoming.webhook.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The clock by which exemptions end: this machine's, or the API server's where that one is ahead. An exemption
/// must not outlive its end on a machine whose clock is behind. One whose clock is ahead ends exemptions early,
/// and nothing else. Thread-safe.
public final class SkewSafeClock extends Clock {
    /// The API server tells whole seconds, and they take their time to arrive.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;

    public SkewSafeClock(Clock machine) {
        this.machine = machine;
    }

    /// The API server's clock shows that now.
    ///
    /// @return by how much it is ahead of this machine's; negative where it is behind
    public Duration heard(Instant apiServer) {
        Duration difference = Duration.between(machine.instant(), apiServer);
        ahead = difference.compareTo(TOLERANCE) > 0 ? difference : Duration.ZERO;
        return difference;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("moments are compared here, in no zone");
    }
}
