package dev.multihoming.plane;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The custom resources that audit results are published as, by the definitions of their own projects.
public final class ReportCrds {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReportCrds() {}

    /// Where they are; empty where there is no Go to fetch them with.
    public static Optional<Path> find() {
        return GoPrograms.of("report-crds");
    }

    /// Returns when the API server serves `policyreports.wgpolicyk8s.io`.
    public static void installPolicyReports(Kubectl kubectl, Path folder) {
        install(kubectl, folder.resolve("wgpolicyk8s.io_policyreports.yaml"), "policyreports.wgpolicyk8s.io");
    }

    /// Returns when the API server serves `reports.openreports.io`.
    public static void installOpenReports(Kubectl kubectl, Path folder) {
        install(kubectl, folder.resolve("openreports.io_reports.yaml"), "reports.openreports.io");
    }

    private static void install(Kubectl kubectl, Path crd, String resource) {
        kubectl.run("create", "--filename=" + crd).orThrow("Installing " + resource);
        Eventually.holds(
                resource + " to be served",
                PATIENCE,
                () -> kubectl.run("get", resource, "--all-namespaces").succeeded());
    }
}
