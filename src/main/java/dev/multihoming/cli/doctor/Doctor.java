package dev.multihoming.cli.doctor;

import dev.multihoming.client.ClusterRequests;
import java.time.Instant;
import java.util.List;

/// Looks at all parts of an installation.
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new PlatformCheck(),
            new NetworkCrdCheck(),
            new MultusCheck(),
            new RegistrationCheck(),
            new AnswerCheck(),
            new CertificateCheck(),
            new SafetyNetCheck(),
            new PolicyCheck(),
            new OtherWebhooksCheck());

    private Doctor() {}

    /// What it found, in the order of the report.
    ///
    /// @param namespace that dry runs are made in
    /// @param now by which certificates are judged
    public static List<Line> lines(ClusterRequests cluster, String namespace, Instant now) {
        Installation installation = Installation.read(cluster, namespace, now);
        return CHECKS.stream()
                .flatMap(check -> check.lines(installation).stream())
                .toList();
    }
}
