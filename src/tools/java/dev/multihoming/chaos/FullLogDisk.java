package dev.multihoming.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Every write of the log fails: it judges all the same, and ends when it is told to.
record FullLogDisk() implements Fault {
    private static final int JUDGED_WITHOUT_A_LOG = 500;

    @Override
    public String name() {
        return "a full disk below the log";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws Exception {
        Replica old = scene.busiest();
        // Where the next one will write its log.
        Path log = Files.createDirectories(scene.nextHome().resolve("logs")).resolve("webhook.log");
        link(log);
        Replica mute = scene.addReplica(Map.of("QUARKUS_LOG_CATEGORY__DEV_MULTIHOMING_DECISIONS__LEVEL", "DEBUG"));
        scene.terminate(old);
        // Both others are gone: whoever answers now cannot log.
        for (Replica other : scene.replicas()) {
            if (other != mute) {
                scene.terminate(other);
            }
        }
        scene.awaitReviews(JUDGED_WITHOUT_A_LOG);
        trial.expect("it is ready", mute.server().isReady());
        scene.addReplica(Map.of());
        scene.addReplica(Map.of());
        scene.terminate(mute);
    }

    private static void link(Path log) throws IOException {
        Files.createSymbolicLink(log, Path.of("/dev/full"));
    }
}
