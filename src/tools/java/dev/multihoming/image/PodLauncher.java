package dev.multihoming.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Launcher;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Starts the webhook out of its image, with what the kubelet gives to a pod: a mounted certificate, a mounted service
/// account, and where the API server is.
///
/// @param mounts a folder for what is mounted
/// @param flags of Java, beside the image's own
record PodLauncher(UnpackedImage image, Path mounts, List<String> flags) implements Launcher {
    private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String TLS = "/etc/multihoming/tls";
    private static final String OUTPUT = "/output";

    @Override
    public Launch launch(Path kubeconfig, ServingCertificate certificate, Map<String, String> settings) {
        try {
            JsonNode config = new YAMLMapper().readTree(kubeconfig.toFile());
            JsonNode cluster = config.at("/clusters/0/cluster");
            URI server = URI.create(cluster.path("server").asText());
            Path account = Folders.fresh(mounts.resolve("account"));
            Folders.write(
                    account.resolve("token"), config.at("/users/0/user/token").asText());
            Folders.write(account.resolve("namespace"), "multihoming-system");
            Path authority = Path.of(cluster.path("certificate-authority").asText());
            Folders.write(account.resolve("ca.crt"), Files.readString(authority));

            Path tls = Folders.fresh(mounts.resolve("tls"));
            Folders.write(tls.resolve("tls.crt"), Files.readString(certificate.certificate()));
            Folders.write(tls.resolve("tls.key"), Files.readString(certificate.key()));

            var environment = new HashMap<>(settings);
            environment.put("KUBERNETES_SERVICE_HOST", server.getHost());
            environment.put("KUBERNETES_SERVICE_PORT", Integer.toString(server.getPort()));
            var container = new Container(image)
                    .readable(account, ACCOUNT)
                    .readable(tls, TLS)
                    .writable(output(), OUTPUT);
            return new Launch(container.entrypoint(flags, environment), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that the program writes, as it sees it: `/output` and its name.
    static String outputPath(String name) {
        return OUTPUT + "/" + name;
    }

    /// What it wrote.
    Path output() throws IOException {
        Path output = Files.createDirectories(mounts.resolve("output"));
        Files.setPosixFilePermissions(output, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        return output;
    }
}
