package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What tests and `make up` have in common: the API server, the controllers where there are any, the custom resources.
public final class Cluster implements AutoCloseable {
    private final ControlPlane controlPlane;
    private Optional<ControllerManager> controllerManager = Optional.empty();

    private Cluster(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    public static Cluster start(Path home) {
        return start(home, Map.of(), Optional.empty());
    }

    /// With an etcd that is reached by way of a proxy, which must be there already.
    public static Cluster start(Path home, EtcdDetour detour) {
        return start(home, Map.of(), Optional.of(detour));
    }

    /// With an API server that writes who asked for what, a JSON object a line, into `log`.
    public static Cluster startAudited(Path home, Path log) {
        return startAudited(home, log, "[{level: Metadata}]");
    }

    /// As above, of the requests of one user alone.
    public static Cluster startAudited(Path home, Path log, User user) {
        return startAudited(home, log, "[{level: Metadata, users: ['" + user.name() + "']}, {level: None}]");
    }

    /// As the API server calls it.
    public record User(String name) {}

    private static Cluster startAudited(Path home, Path log, String rules) {
        try {
            Path policy =
                    Files.createDirectories(home).resolve("audit-policy.yaml").toAbsolutePath();
            Files.writeString(policy, """
                    apiVersion: audit.k8s.io/v1
                    kind: Policy
                    omitStages: [RequestReceived]
                    rules: %s
                    """.formatted(rules));
            return start(
                    home,
                    Map.of(
                            "--audit-policy-file", policy.toString(),
                            "--audit-log-path", log.toAbsolutePath().toString()),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With further flags of kube-apiserver.
    public static Cluster start(Path home, Map<String, String> flags) {
        return start(home, flags, Optional.empty());
    }

    private static Cluster start(Path home, Map<String, String> flags, Optional<EtcdDetour> detour) {
        Programs programs = Programs.find();
        var cluster = new Cluster(ControlPlane.start(programs, home, flags, detour));
        try {
            cluster.complete();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    public Kubectl kubectl() {
        return controlPlane.kubectl();
    }

    /// Without them there are no service accounts, and no pods but those created by hand.
    public boolean hasControllers() {
        return controllerManager.isPresent();
    }

    @Override
    public void close() {
        controllerManager.ifPresent(ControllerManager::close);
        controlPlane.close();
    }

    private void complete() {
        controllerManager =
                controlPlane.programs().controllerManager().map(path -> ControllerManager.start(path, controlPlane));
        NetworkAttachmentCrd.install(kubectl());
    }
}
