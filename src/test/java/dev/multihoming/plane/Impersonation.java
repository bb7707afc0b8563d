package dev.multihoming.plane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Credentials with exactly the permissions that are shipped: the webhook's own service account.
public final class Impersonation {
    private static final String ACCOUNT = "system:serviceaccount:multihoming-system:multihoming-webhook";

    private static final YAMLMapper YAML = new YAMLMapper();

    private Impersonation() {}

    /// A kubeconfig in `home` whose user may do what the webhook's account may, and nothing else.
    public static Path ofTheShippedAccount(ControlPlane controlPlane, Path home) {
        try {
            ObjectNode config = (ObjectNode) YAML.readTree(controlPlane.kubeconfigYaml());
            config.withArray("users").forEach(user -> ((ObjectNode) user.required("user")).put("as", ACCOUNT));
            Path kubeconfig = Files.createDirectories(home).resolve("account.kubeconfig");
            return Files.writeString(kubeconfig, YAML.writeValueAsString(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
