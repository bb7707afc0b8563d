package dev.multihoming.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.multihoming.plane.FreePort;
import dev.multihoming.plane.ServingCertificate;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterClientTest {
    private static final int LOGINS = 20;

    /// Each login and each page has a client of its own. Threads that outlive it fill a console in minutes, and a
    /// stranger can try to log in.
    @Test
    void aClientLeavesNoThreads(@TempDir Path folder) {
        ApiServerAddress absent = new ApiServerAddress(
                URI.create("https://127.0.0.1:" + FreePort.find()),
                ServingCertificate.writeInto(folder).certificate());
        long before = eventLoops();
        for (int i = 0; i < LOGINS; i++) {
            ClusterLogin login = ClusterLogin.withToken(absent, "token-" + i);
            assertThatExceptionOfType(LiveObjects.Unreadable.class).isThrownBy(login::user);
        }

        assertThat(eventLoops()).isLessThanOrEqualTo(before + 1);
    }

    /// How many sources of clients have threads: the first thread of each has this name.
    private static long eventLoops() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("vert.x-eventloop-thread-0"))
                .count();
    }
}
