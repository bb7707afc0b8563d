package dev.multihoming.endurance;

import java.time.Duration;

/// How long a sender rests between two requests.
record Pace(Duration pause) {
    void rest() throws InterruptedException {
        Thread.sleep(pause);
    }
}
