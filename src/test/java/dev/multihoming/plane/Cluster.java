package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.Optional;

/// What tests and `make up` have in common: the API server, the controllers where there are any, the custom resources.
public final class Cluster implements AutoCloseable {
    private final ControlPlane controlPlane;
    private Optional<ControllerManager> controllerManager = Optional.empty();

    private Cluster(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    public static Cluster start(Path home) {
        Programs programs = Programs.find();
        var cluster = new Cluster(ControlPlane.start(programs, home));
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
