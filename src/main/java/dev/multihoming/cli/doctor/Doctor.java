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

    /// Those that store and try nothing, for the console, and that a glance is for.
    private static final List<Check> READS =
            List.of(new NetworkCrdCheck(), new RegistrationCheck(), new SafetyNetCheck(), new AuditCheck());

    private Doctor() {}

    /// What it found, in the order of the report.
    ///
    /// @param namespace that dry runs are made in
    /// @param now by which certificates are judged
    public static List<Line> lines(ClusterRequests cluster, String namespace, Instant now) {
        return lines(CHECKS, Installation.read(cluster, namespace, now));
    }

    /// What the checks found that make no dry runs.
    public static List<Line> linesOfReads(ClusterRequests cluster, Instant now) {
        return lines(READS, Installation.read(cluster, "default", now));
    }

    private static List<Line> lines(List<Check> checks, Installation installation) {
        return checks.stream()
                .flatMap(check -> check.lines(installation).stream())
                .toList();
    }
}
