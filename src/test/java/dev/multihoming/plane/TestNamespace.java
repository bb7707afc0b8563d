package dev.multihoming.plane;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// A namespace that one test class has for itself, with a kubectl that works inside it.
public record TestNamespace(String name, Kubectl kubectl) implements AutoCloseable {
    private static final int NAME_LIMIT = 40;

    /// Returns when pods can be created in it.
    public static TestNamespace create(Cluster cluster, String purpose) {
        var namespace = new TestNamespace(uniqueName(purpose), cluster.kubectl());
        cluster.kubectl().run("create", "namespace", namespace.name).orThrow("Creating a namespace");
        Kubectl inside = cluster.kubectl().inNamespace(namespace.name);
        if (cluster.hasControllers()) {
            Eventually.holds(
                    "the default service account of " + namespace.name,
                    () -> inside.run("get", "serviceaccount", "default").succeeded());
        }
        return new TestNamespace(namespace.name, inside);
    }

    /// Does not wait until all of it is gone: nobody uses the name again.
    @Override
    public void close() {
        kubectl.run("delete", "namespace", name, "--wait=false").orThrow("Deleting namespace " + name);
    }

    private static String uniqueName(String purpose) {
        String label = purpose.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String shortened = label.substring(0, Math.min(NAME_LIMIT, label.length()));
        String suffix = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 20), 36);
        return "%s-%s".formatted(shortened, suffix).replaceFirst("^-", "");
    }
}
