package dev.multihoming.plane;

import java.nio.file.Path;

/// The webhook at work: the server runs and the API server has been told to ask it.
/// API servers take up a new configuration within a second or so: a test's first request may come too early and
/// waits with `Eventually` for the first answer that only the webhook gives.
public final class InstalledWebhook implements AutoCloseable {
    private final WebhookServer server;
    private final WebhookConfigurations configurations;
    private final Kubectl kubectl;

    private InstalledWebhook(WebhookServer server, WebhookConfigurations configurations, Kubectl kubectl) {
        this.server = server;
        this.configurations = configurations;
        this.kubectl = kubectl;
    }

    public static InstalledWebhook on(ControlPlane controlPlane, Path home) {
        prepare(controlPlane);
        var server = WebhookServer.start(controlPlane.kubeconfig(), home);
        try {
            var configurations = WebhookConfigurations.shipped().servedBy(server);
            configurations.apply(controlPlane.kubectl());
            return new InstalledWebhook(server, configurations, controlPlane.kubectl());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// What the server needs to be there before it.
    public static void prepare(ControlPlane controlPlane) {
        controlPlane
                .kubectl()
                .run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                .orThrow("Making the namespace and the permissions");
        controlPlane.kubectl().run("apply", "--kustomize=kustomize/crds").orThrow("Installing our own CRDs");
    }

    public WebhookServer server() {
        return server;
    }

    /// The configurations go first: without its server a webhook that fails closed would refuse everything.
    @Override
    public void close() {
        try (server) {
            configurations.delete(kubectl);
        }
    }
}
