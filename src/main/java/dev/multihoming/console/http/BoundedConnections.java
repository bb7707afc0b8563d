package dev.multihoming.console.http;

import java.util.Map;

/// Bounds of the JDK's server, which it reads from system properties when its first server is made. Its own are
/// unlimited: connections that send nothing would hold memory until the process ends.
final class BoundedConnections {
    private static final Map<String, String> BOUNDS = Map.of(
            "jdk.httpserver.maxConnections", "1000",
            // A browser sends 1 KiB, and the cookies of the other programs of its host.
            "sun.net.httpserver.maxReqHeaderSize", "32768",
            "sun.net.httpserver.maxReqHeaders", "100",
            // Seconds for a whole request, with its body.
            "sun.net.httpserver.maxReqTime", "60",
            // Seconds for a whole answer. A list of a large cluster takes its time.
            "sun.net.httpserver.maxRspTime", "300",
            "sun.net.httpserver.maxIdleConnections", "200");

    private BoundedConnections() {}

    /// Leaves those alone that are set.
    static void apply() {
        BOUNDS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
