package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The controllers that make an API server feel like a cluster: service accounts, workloads down to their pods,
/// deletion of namespaces and of what deleted owners leave. No node exists, so every pod stays Pending.
public final class ControllerManager implements AutoCloseable {
    private static final List<String> CONTROLLERS = List.of(
            "serviceaccount-controller",
            "serviceaccount-token-controller",
            "root-ca-certificate-publisher-controller",
            "clusterrole-aggregation-controller",
            "namespace-controller",
            "garbage-collector-controller",
            "deployment-controller",
            "replicaset-controller",
            "replicationcontroller-controller",
            "statefulset-controller",
            "daemonset-controller",
            "job-controller",
            "cronjob-controller");

    private final ChildProcess process;

    private ControllerManager(ChildProcess process) {
        this.process = process;
    }

    /// Returns once a first service account exists: before that the API server refuses every pod.
    static ControllerManager start(Path program, ControlPlane plane) {
        var layout = plane.layout();
        var command = List.of(
                program.toString(),
                "--kubeconfig=" + layout.kubeconfig(),
                "--service-account-private-key-file=" + layout.apiServerKey(),
                "--root-ca-file=" + layout.apiServerCertificate(),
                "--controllers=" + String.join(",", CONTROLLERS),
                "--leader-elect=false",
                "--secure-port=0");
        Path log = layout.logs().resolve("kube-controller-manager.log");
        var manager = new ControllerManager(ChildProcess.start("kube-controller-manager", log, command, Map.of()));
        try {
            manager.process.waitUntilReady(() -> plane.kubectl()
                    .run("get", "serviceaccount", "default", "--namespace=default")
                    .succeeded());
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
        return manager;
    }

    @Override
    public void close() {
        process.close();
    }
}
