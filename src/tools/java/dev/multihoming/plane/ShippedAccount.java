package dev.multihoming.plane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The webhook's own service account, with exactly the permissions that are shipped.
public final class ShippedAccount {
    private static final YAMLMapper YAML = new YAMLMapper();

    private ShippedAccount() {}

    /// A kubeconfig in `home` with a token of that account, which must exist. (To impersonate it by `as` would not do:
    /// Java's client ignores that, and goes on as the administrator.)
    public static Path kubeconfig(ControlPlane controlPlane, Path home) {
        return kubeconfig(controlPlane, home, UnaryOperator.identity());
    }

    /// As above, where the API server is reached at another address.
    public static Path kubeconfig(ControlPlane controlPlane, Path home, UnaryOperator<String> address) {
        String token = controlPlane
                .kubectl()
                .run("create", "token", "multihoming-webhook", "--namespace=multihoming-system", "--duration=720h")
                .orThrow("Asking for a token of the webhook's account")
                .strip();
        try {
            ObjectNode config = (ObjectNode) YAML.readTree(controlPlane.kubeconfigYaml());
            config.withArray("clusters").forEach(it -> {
                ObjectNode cluster = (ObjectNode) it.path("cluster");
                cluster.put("server", address.apply(cluster.path("server").asText()));
            });
            config.withArray("users")
                    .forEach(user -> ((ObjectNode) user)
                            .set("user", YAML.createObjectNode().put("token", token)));
            Path kubeconfig = Files.createDirectories(home).resolve("account.kubeconfig");
            return Files.writeString(kubeconfig, YAML.writeValueAsString(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
