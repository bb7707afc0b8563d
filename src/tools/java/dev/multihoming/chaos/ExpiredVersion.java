package dev.multihoming.chaos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replicas that were away for so long that the API server has forgotten the changes they missed: they must list anew.
record ExpiredVersion() implements Fault {
    private static final String NETWORKS = "apis/k8s.cni.cncf.io/v1/network-attachment-definitions";
    private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");

    @Override
    public String name() {
        return "an expired resourceVersion";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.makeNetwork("tenant-a", "leaving");
        for (Replica replica : scene.replicas()) {
            trial.await("a network is known", () -> DirectReview.isKnown(replica, "leaving"));
        }
        String seen = version(scene.api().send("GET", NETWORKS + "?limit=1", "").body());
        scene.replicas().forEach(replica -> replica.toApiServer().cut());
        scene.makeNetwork("tenant-a", "coming");
        scene.deleteNetwork("tenant-a", "leaving");
        // It remembers changes since its own start, and no earlier ones.
        scene.killApiServer();
        trial.await("the API server comes back", scene::isApiServerThere);
        trial.await("the version is really expired", () -> isExpired(scene, seen));
        scene.replicas().forEach(replica -> replica.toApiServer().mend());
        CatchingUp.await(scene, trial);
        scene.deleteNetwork("tenant-a", "coming");
    }

    private static boolean isExpired(Scene scene, String version) {
        try {
            String watch = NETWORKS + "?watch=true&timeoutSeconds=2&resourceVersion=" + version;
            return scene.api().send("GET", watch, "").body().contains("too old resource version");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String version(String list) {
        Matcher version = VERSION.matcher(list);
        if (!version.find()) {
            throw new IllegalStateException("a list without resourceVersion: " + list);
        }
        return version.group(1);
    }
}
