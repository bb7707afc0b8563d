package dev.multihoming.chaos;

import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// What a replica's metrics say.
final class Metrics {
    private Metrics() {}

    /// All lines of that name together.
    static double sum(Replica replica, String name) {
        return lines(replica, name).sum();
    }

    /// Of the first line that begins with that name and has all of these words in it; NaN where there is none.
    static double of(Replica replica, String name, String... words) {
        return lines(replica, name, words).findFirst().orElse(Double.NaN);
    }

    private static DoubleStream lines(Replica replica, String name, String... words) {
        String all = RestAssured.get("http://127.0.0.1:" + replica.server().managementPort() + "/q/metrics")
                .asString();
        return all.lines()
                .filter(line -> line.startsWith(name) && Arrays.stream(words).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
