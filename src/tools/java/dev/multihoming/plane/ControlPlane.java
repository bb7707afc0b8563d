package dev.multihoming.plane;

import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// etcd and kube-apiserver, on free ports, with RBAC on, empty at the start and forgotten at the end.
public final class ControlPlane implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    private final Programs programs;
    private final PrivateLayout layout;
    private final ApiServer server;

    private ControlPlane(Programs programs, PrivateLayout layout, ApiServer server) {
        this.programs = programs;
        this.layout = layout;
        this.server = server;
    }

    /// Everything it writes, logs included, goes into `home`, a folder for this run alone. `flags` are further ones of
    /// kube-apiserver.
    static ControlPlane start(Programs programs, Path home, Map<String, String> flags, Optional<EtcdDetour> detour) {
        var layout = new PrivateLayout(home.toAbsolutePath());
        layout.prepare(programs, detour);
        try {
            ApiServer server = started(config(programs, layout, flags));
            Files.writeString(layout.kubeconfig(), server.getKubeConfigYaml());
            return new ControlPlane(programs, layout, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new PlaneException(
                    "The control plane did not start; its logs are in %s and end with:%n%s%n%s"
                            .formatted(
                                    layout.logs(),
                                    LastWords.of(layout.log(programs.etcd())),
                                    LastWords.of(layout.log(programs.apiServer()))),
                    e);
        }
    }

    /// Its ports are free when they are chosen; another program of this machine can take one before it listens itself.
    private static ApiServer started(KubeAPIServerConfig config) {
        for (int left = ATTEMPTS - 1; ; left--) {
            Midnight.letPass(TO_START);
            var server = new ApiServer(config);
            try {
                server.start();
                return server;
            } catch (ApiServer.EndedException e) {
                if (left == 0) {
                    throw e;
                }
            } catch (RuntimeException e) {
                server.stop();
                throw e;
            }
        }
    }

    public Programs programs() {
        return programs;
    }

    /// Of an administrator; requests as anybody else go through `kubectl --as` or a token.
    public Path kubeconfig() {
        return layout.kubeconfig();
    }

    public String kubeconfigYaml() {
        return server.getKubeConfigYaml();
    }

    /// Of the API server, on 127.0.0.1.
    public int port() {
        String yaml = kubeconfigYaml();
        String server = yaml.substring(yaml.indexOf("server: https://"))
                .lines()
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(
                server.substring(server.lastIndexOf(':') + 1).strip().replace("\"", ""));
    }

    public Kubectl kubectl() {
        return new Kubectl(programs.kubectl(), kubeconfig());
    }

    PrivateLayout layout() {
        return layout;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static KubeAPIServerConfig config(Programs programs, PrivateLayout layout, Map<String, String> flags) {
        // Everything is set: what is not, kube-api-test would take from the caller's environment.
        var config = KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(layout.home().toString())
                .withApiServerVersion(programs.version())
                .withOfflineMode(true)
                .withUpdateKubeConfig(false)
                .withWaitForEtcdHealthCheckOnStartup(false)
                // Nobody else on the network has business with it; as an endpoint for pods 127.0.0.1 would be refused.
                .withApiServerFlag("--bind-address", "127.0.0.1")
                .withApiServerFlag("--endpoint-reconciler-type", "none")
                .withStartupTimeout(Math.toIntExact(TO_START.toMillis()));
        // In one word: a boolean flag takes no other.
        flags.forEach((flag, value) -> config.withApiServerFlag(flag + "=" + value));
        return config.build();
    }
}
