package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Custom resources of other projects, by their own definitions.
public final class ForeignCrds {
    private ForeignCrds() {}

    /// Where they are; empty where there is no Go to fetch them with.
    public static Optional<Path> find() {
        return BuiltOnce.of("foreign-crds");
    }

    /// Returns when the API server serves PolicyReports and ClusterPolicyReports of
    /// wgpolicyk8s.io.
    public static void installPolicyReports(Kubectl kubectl, Path folder) {
        installReports(kubectl, folder, "wgpolicyk8s.io", "policyreports");
    }

    /// Returns when the API server serves Reports and ClusterReports of openreports.io.
    public static void installOpenReports(Kubectl kubectl, Path folder) {
        installReports(kubectl, folder, "openreports.io", "reports");
    }

    /// The kind for the cluster first: who sees the other one sees both.
    private static void installReports(Kubectl kubectl, Path folder, String group, String plural) {
        for (String resource : List.of("cluster" + plural, plural)) {
            install(kubectl, folder.resolve(group + "_" + resource + ".yaml"), resource + "." + group);
        }
    }

    /// Returns when the API server serves ServiceMonitors and PrometheusRules.
    public static void installPrometheusOperator(Kubectl kubectl, Path folder) {
        for (String plural : List.of("servicemonitors", "prometheusrules")) {
            install(
                    kubectl,
                    folder.resolve("monitoring.coreos.com_" + plural + ".yaml"),
                    plural + ".monitoring.coreos.com");
        }
    }

    /// Returns when the API server serves cert-manager's Certificates and Issuers.
    public static void installCertManager(Kubectl kubectl, Path folder) {
        for (String plural : List.of("certificates", "issuers")) {
            install(kubectl, folder.resolve("cert-manager.io_" + plural + ".yaml"), plural + ".cert-manager.io");
        }
    }

    /// Returns when the API server serves Routes, and the entries of OpenShift's own console that we have.
    public static void installOpenShift(Kubectl kubectl, Path folder) {
        install(kubectl, folder.resolve("routes.crd.yaml"), "routes.route.openshift.io");
        for (String plural : List.of("consolelinks", "consolequickstarts", "consoleyamlsamples")) {
            install(kubectl, folder.resolve("00_" + plural + ".crd.yaml"), plural + ".console.openshift.io");
        }
    }

    /// Returns when the API server serves what whereabouts keeps its addresses in.
    public static void installWhereabouts(Kubectl kubectl, Path folder) {
        for (String plural : List.of("ippools", "overlappingrangeipreservations", "nodeslicepools")) {
            install(
                    kubectl,
                    folder.resolve("whereabouts.cni.cncf.io_" + plural + ".yaml"),
                    plural + ".whereabouts.cni.cncf.io");
        }
    }

    private static void install(Kubectl kubectl, Path crd, String resource) {
        kubectl.run("create", "--filename=" + crd).orThrow("Installing " + resource);
        Eventually.holds(
                resource + " to be served",
                () -> kubectl.run("get", resource, "--all-namespaces").succeeded());
    }
}
