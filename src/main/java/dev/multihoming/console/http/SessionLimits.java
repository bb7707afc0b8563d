package dev.multihoming.console.http;

import java.time.Duration;

/// How long browsers stay logged in, and how many.
///
/// @param idle after which a session without requests ends
/// @param longest after which every session ends
/// @param most sessions of all users
public record SessionLimits(Duration idle, Duration longest, int most) {
    /// Of one user: forgotten browsers must not keep others out.
    static final int OF_ONE_USER = 5;

    /// Of one session: more than a browser's tabs send, and few enough for the memory of all.
    static final int REQUESTS_AT_ONCE = 6;
}
