package dev.multihoming.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders of manifests as a GitOps repository has them: of ten files one is a network, four are pods and workloads
/// with networks, the rest has nothing to do with any.
final class Manifests {
    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: net-%1$d, namespace: team-%2$d}
            spec:
              config: |
                {
                  "cniVersion": "0.3.1",
                  "type": "bridge",
                  "bridge": "br%1$d",
                  "vlan": 7,
                  "macspoofchk": true,
                  "ipam": {"type": "whereabouts", "range": "10.7.0.0/16"}
                }
            """;
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: app-%1$d, namespace: team-%2$d, labels: {app.kubernetes.io/name: app-%1$d}}
            spec:
              replicas: 3
              selector: {matchLabels: {app: app-%1$d}}
              template:
                metadata:
                  labels: {app: app-%1$d}
                  annotations:
                    k8s.v1.cni.cncf.io/networks: '[{"name": "net-%3$d", "interface": "net1"}]'
                spec:
                  containers:
                    - name: app
                      image: registry.example/app:%1$d
                      env: [{name: A, value: "1"}, {name: B, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
                      resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}
                      readinessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 5}
            """;
    private static final String OTHER = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings-%1$d, namespace: team-%2$d}
            data:
              application.properties: |
                # of app %1$d
                server.port=8080
                server.shutdown=graceful
              feature-flags.json: '{"a": true, "b": [1, 2, 3]}'
            """;

    private Manifests() {}

    static Path write(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path team = Files.createDirectories(folder.resolve("team-" + i / 100));
            String kind = i % 10 == 0 ? NETWORK : i % 10 < 5 ? WORKLOAD : OTHER;
            Files.writeString(team.resolve("file-" + i + ".yaml"), kind.formatted(i, i / 100, i / 10 * 10));
        }
        return folder;
    }

    /// Networks alone, a hundred in each file.
    static Path networks(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int first = 0; first < count; first += 100) {
            StringBuilder text = new StringBuilder();
            for (int i = first; i < Math.min(count, first + 100); i++) {
                text.append(NETWORK.formatted(i, i / 100)).append("---\n");
            }
            Files.writeString(folder.resolve("file-" + first + ".yaml"), text);
        }
        return folder;
    }
}
