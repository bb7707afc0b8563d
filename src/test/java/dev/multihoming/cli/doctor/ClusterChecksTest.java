package dev.multihoming.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is judged of the cluster itself: CRDs, Multus, the platform.
class ClusterChecksTest {
    private static final String V1 = "apis/k8s.cni.cncf.io/v1";
    private static final String DAEMON_SETS = "apis/apps/v1/daemonsets";

    @Test
    void networksAreServed() {
        var cluster = new WrittenCluster()
                .on("apis/k8s.cni.cncf.io", "{versions: []}")
                .on(V1, "{resources: [{name: network-attachment-definitions}]}");
        assertThat(cluster.line(new NetworkCrdCheck()).grade()).isEqualTo(Grade.OK);
    }

    @Test
    void networksAreNotInstalled() {
        Line line = new WrittenCluster().line(new NetworkCrdCheck());
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(line.fact()).contains("is not installed");
        assertThat(line.advice()).contains("Install Multus");
    }

    @Test
    void networksOfAnotherVersionAreAProblem() {
        Line line = new WrittenCluster()
                .on("apis/k8s.cni.cncf.io", "{versions: [{version: v1beta1}]}")
                .line(new NetworkCrdCheck());
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(line.fact()).contains("not served as k8s.cni.cncf.io/v1");
    }

    @Test
    void ourCrdsAreMissedWhereTheWebhookIsRegistered() {
        assertThat(Registrations.shipped(new WrittenCluster()).lines(new NetworkCrdCheck()))
                .filteredOn(it -> it.subject().equals("policy CRDs"))
                .extracting(Line::grade)
                .containsExactly(Grade.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kube-multus      | ghcr.io/k8snetworkplumbingwg/multus-cni:v4.2.2-thick                   | Version 4.2.2, thick plugin  | OK
            kube-multus      | ghcr.io/k8snetworkplumbingwg/multus-cni:v4.3.0                         | Version 4.3.0, thin plugin   | OK
            kube-multus      | ghcr.io/k8snetworkplumbingwg/multus-cni:snapshot-thick                 | Version not known            | OK
            kube-rke2-multus | rancher/hardened-multus-cni:v4.2.3-build20251031                       | Version 4.2.3, thin plugin   | OK
            kube-multus      | registry.example:5000/multus@sha256:0a                                 | Version not known            | OK
            kube-multus      | docker.io/nfvpe/multus:v3.4.1                                          | Version 3.4.1                | WARNING
            """)
    void multusIsRecognizedByItsImage(String container, String image, String fact, Grade grade) {
        Line line = multus(container, image, 3).line(new MultusCheck());
        assertThat(line.fact()).contains(fact, "kube-system/ds", "ready on 3 of 3 nodes");
        assertThat(line.grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "whereabouts, ghcr.io/k8snetworkplumbingwg/whereabouts:v0.9.2",
        "controller, ghcr.io/k8snetworkplumbingwg/multus-dynamic-networks-controller:latest",
        "kube-multus-additional-cni-plugins, quay.io/openshift/plugins@sha256:0a"
    })
    void companionsAreNotMultus(String container, String image) {
        Line line = multus(container, image, 3).line(new MultusCheck());
        assertThat(line.fact()).isEqualTo("No DaemonSet runs it.");
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
    }

    @Test
    void multusThatIsNotReadyEverywhereIsAWarning() {
        Line line = multus("kube-multus", "multus-cni:v4.3.0", 2).line(new MultusCheck());
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
        assertThat(line.advice()).contains("ContainerCreating");
    }

    @Test
    void multusIsFoundWhereItUsuallyIs() {
        var cluster = new WrittenCluster()
                .forbidden(DAEMON_SETS)
                .on("apis/apps/v1/namespaces/kube-system/daemonsets", list("kube-multus", "multus-cni:v4.3.0", 3));
        assertThat(cluster.line(new MultusCheck()).grade()).isEqualTo(Grade.OK);
        assertThat(new WrittenCluster()
                        .forbidden(DAEMON_SETS)
                        .line(new MultusCheck())
                        .grade())
                .isEqualTo(Grade.NOT_PERMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "v1.34.1+rke2r1, topology.kubernetes.io/zone, RKE2",
        "v1.34.1+k3s1, topology.kubernetes.io/zone, k3s",
        "v1.33.1-eks-595af52, topology.kubernetes.io/zone, EKS",
        "v1.33.1-gke.1386000, topology.kubernetes.io/zone, GKE",
        "v1.33.1, kubernetes.azure.com/cluster, AKS"
    })
    void thePlatformIsRecognized(String version, String label, String title) {
        Line line = platform(version, label, "apps").line(new PlatformCheck());
        assertThat(line.fact()).isEqualTo("%s, Kubernetes %s.".formatted(title, version));
        assertThat(line.grade()).isEqualTo(Grade.OK);
        assertThat(line.advice()).isNotEmpty();
    }

    @Test
    void openShiftsNamespacesMustBeLeftOut() {
        WrittenCluster cluster =
                platform("v1.33.1", "a", "config.openshift.io}, {name: operator.openshift.io}, {name: apps");
        assertThat(cluster.line(new PlatformCheck()).grade()).isEqualTo(Grade.OK);
        Line line = Registrations.shipped(cluster).line(new PlatformCheck());
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(line.fact()).contains("is called for the platform's own namespaces");
    }

    @Test
    void aksNeedsItsLabel() {
        WrittenCluster cluster = platform("v1.33.1", "kubernetes.azure.com/cluster", "apps");
        assertThat(Registrations.shipped(cluster).line(new PlatformCheck()).grade())
                .isEqualTo(Grade.OK);
        Line line = Registrations.changed(
                        cluster,
                        configuration ->
                                configuration.withObject("/metadata/labels").remove("admissions.enforcer/disabled"))
                .line(new PlatformCheck());
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
    }

    @Test
    void anyOtherPlatformNeedsNothing() {
        assertThat(platform("v1.37.2", "a", "apps").lines(new PlatformCheck()))
                .isEqualTo(List.of(Line.ok("platform", "Kubernetes v1.37.2, no platform with needs of its own.")));
        assertThat(new WrittenCluster()
                        .forbidden("api/v1/nodes")
                        .line(new PlatformCheck())
                        .grade())
                .isEqualTo(Grade.NOT_PERMITTED);
    }

    private static WrittenCluster platform(String version, String label, String groups) {
        return new WrittenCluster()
                .on("version", "{gitVersion: %s}".formatted(version))
                .on("apis", "{groups: [{name: %s}]}".formatted(groups))
                .on("api/v1/nodes", "{items: [{metadata: {labels: {%s: x}}}]}".formatted(label));
    }

    private static WrittenCluster multus(String container, String image, int ready) {
        return new WrittenCluster().on(DAEMON_SETS, list(container, image, ready));
    }

    private static String list(String container, String image, int ready) {
        return """
                items:
                  - metadata: {name: ds, namespace: kube-system}
                    spec: {template: {spec: {containers: [{name: %s, image: "%s"}]}}}
                    status: {numberReady: %d, desiredNumberScheduled: 3}
                """.formatted(container, image, ready);
    }
}
