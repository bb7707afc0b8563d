package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the webhook's program is started: by the Java of this process from its folder, or out of an image.
@FunctionalInterface
public interface Launcher {
    /// The folder that Quarkus packages, with the Java that runs the tests.
    Launcher PACKAGED = packaged(WebhookServer.JAR);

    /// The same of another folder than that of this build.
    static Launcher packaged(Path jar) {
        return (kubeconfig, certificate, settings) -> launch(jar, kubeconfig, certificate, settings);
    }

    /// A command, and the environment that it has beside this process' own.
    record Launch(List<String> command, Map<String, String> environment) {}

    /// What to start it by; `settings` are the webhook's, as environment variables.
    Launch launch(Path kubeconfig, ServingCertificate certificate, Map<String, String> settings);

    private static Launch launch(
            Path jar, Path kubeconfig, ServingCertificate certificate, Map<String, String> settings) {
        var environment = new HashMap<>(Map.of(
                "KUBECONFIG", kubeconfig.toAbsolutePath().toString(),
                "MULTIHOMING_TLS_CERTIFICATE",
                        certificate.certificate().toAbsolutePath().toString(),
                "MULTIHOMING_TLS_KEY", certificate.key().toAbsolutePath().toString()));
        environment.putAll(settings);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Launch(List.of(java, "-jar", jar.toAbsolutePath().toString()), environment);
    }
}
