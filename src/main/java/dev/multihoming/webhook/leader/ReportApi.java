package dev.multihoming.webhook.leader;

import java.util.List;

/// An API for reports, with a kind for the findings of a namespace and one for those of the
/// cluster.
record ReportApi(Kind ofNamespaces, Kind ofCluster) {
    /// The successor first: where both are installed, readers are on their way to it, and the
    /// other one gets none.
    static final List<ReportApi> ALL = List.of(
            of("openreports.io", "v1alpha1", "report", "Report"),
            of("wgpolicyk8s.io", "v1alpha2", "policyreport", "PolicyReport"));

    private static ReportApi of(String group, String version, String singular, String kind) {
        return new ReportApi(
                new Kind(group + "/" + version, singular + "s", kind, false),
                new Kind(group + "/" + version, "cluster" + singular + "s", "Cluster" + kind, true));
    }

    String name() {
        return ofNamespaces.apiVersion();
    }

    /// @param isOfCluster whether its objects are in no namespace
    record Kind(String apiVersion, String plural, String kind, boolean isOfCluster) {
        String key(String namespace) {
            return plural + "/" + namespace;
        }
    }
}
