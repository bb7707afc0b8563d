package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.Map;

/// The webhook at work: the server runs, with the permissions that are shipped and no others, and the API
/// server has been told to ask it. API servers take up a new configuration within a second or so: a test's
/// first request may come too early and waits with `Eventually` for the first answer that only the webhook
/// gives.
public final class InstalledWebhook implements AutoCloseable {
    private static final String MARKER = "--filename=kustomize/registration/marker.yaml";

    private final ControlPlane controlPlane;
    private final WebhookConfigurations configurations;
    private WebhookServer server;

    private InstalledWebhook(ControlPlane controlPlane, WebhookServer server, WebhookConfigurations configurations) {
        this.controlPlane = controlPlane;
        this.server = server;
        this.configurations = configurations;
    }

    public static InstalledWebhook on(ControlPlane controlPlane, Path home) {
        return on(controlPlane, home, Map.of());
    }

    /// As above, with settings of its own, by their environment variables.
    public static InstalledWebhook on(ControlPlane controlPlane, Path home, Map<String, String> settings) {
        return on(controlPlane, home, settings, Launcher.PACKAGED);
    }

    /// As above, started in another way.
    public static InstalledWebhook on(
            ControlPlane controlPlane, Path home, Map<String, String> settings, Launcher launcher) {
        prepare(controlPlane);
        var certificate = ServingCertificate.writeInto(home.resolve("webhook-certificate"));
        var account = ShippedAccount.kubeconfig(controlPlane, home);
        var server = WebhookServer.start(launcher, account, home, settings, certificate);
        try {
            var configurations = WebhookConfigurations.shipped();
            configurations.servedBy(server).apply(controlPlane.kubectl());
            markAsRegistered(controlPlane.kubectl());
            return new InstalledWebhook(controlPlane, server, configurations);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Another server in place of the one that runs: it begins before the other ends.
    public void replace(Path home, Map<String, String> settings) {
        // With the same certificate: one that the registered caBundle does not lead to is never ready.
        var next = WebhookServer.start(
                ShippedAccount.kubeconfig(controlPlane, home), home, settings, server.certificate());
        try (var _ = server) {
            server = next;
            configurations.servedBy(next).apply(controlPlane.kubectl());
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

    /// As bin/register does: from now on a missing configuration is drift.
    public static void markAsRegistered(Kubectl kubectl) {
        kubectl.run("apply", MARKER).orThrow("Marking the webhooks as registered");
    }

    public WebhookServer server() {
        return server;
    }

    /// The configurations go first: without its server a webhook that fails closed would refuse everything.
    @Override
    public void close() {
        try (var _ = server) {
            configurations.delete(controlPlane.kubectl());
            controlPlane.kubectl().run("delete", "--ignore-not-found", MARKER).orThrow("Removing the marker");
        }
    }
}
