package dev.multihoming.cli.doctor;

import java.util.List;
import java.util.Set;

/// Kubernetes distributions and services that need something of their own.
enum Platform {
    OPENSHIFT(
            "OpenShift",
            "Install kustomize/overlays/openshift (certificates by service-ca, the platform's namespaces left out) and"
                    + " components/policies/openshift. Multus is part of the platform."),
    RKE2(
            "RKE2",
            "Multus comes with it: list multus first under cni in /etc/rancher/rke2/config.yaml. With Cilium before the"
                    + " releases of November 2025, set cni.exclusive: false."),
    K3S(
            "k3s",
            "Multus must use its folders: CNI binaries in /var/lib/rancher/k3s/data/cni, configs in"
                    + " /var/lib/rancher/k3s/agent/etc/cni/net.d."),
    EKS(
            "EKS",
            "The security group of the nodes must let the control plane connect to port 8443. With a primary CNI other than"
                    + " the VPC CNI the control plane does not reach pods: run the webhook with hostNetwork. Label ENIs for"
                    + " Multus with node.k8s.amazonaws.com/no_manage=true."),
    GKE(
            "GKE",
            "On a private cluster, add a firewall rule that lets the control plane connect to port 8443 of the nodes: only"
                    + " 443 and 10250 are open."),
    AKS(
            "AKS",
            "Keep the label admissions.enforcer/disabled: \"true\" on both webhook configurations: without it AKS adds"
                    + " selectors by which labels of a namespace switch the webhook off.");

    private static final List<String> OPENSHIFT_GROUPS = List.of("config.openshift.io", "operator.openshift.io");

    private final String title;
    private final String needs;

    Platform(String title, String needs) {
        this.title = title;
        this.needs = needs;
    }

    String title() {
        return title;
    }

    /// Sentences.
    String needs() {
        return needs;
    }

    /// Those that a cluster is.
    ///
    /// @param groups its API groups
    /// @param version as its API server says it
    /// @param nodes the keys of its nodes' labels, as far as they can be read
    static List<Platform> of(Set<String> groups, String version, Set<String> nodes) {
        return List.of(values()).stream()
                .filter(it -> it.isThere(groups, version, nodes))
                .toList();
    }

    private boolean isThere(Set<String> groups, String version, Set<String> nodes) {
        return switch (this) {
            case OPENSHIFT -> groups.containsAll(OPENSHIFT_GROUPS);
            case RKE2 -> version.contains("+rke2");
            case K3S -> version.contains("+k3s");
            case EKS -> version.contains("-eks-") || has(nodes, "eks.amazonaws.com/");
            case GKE -> version.contains("-gke.") || has(nodes, "cloud.google.com/gke-");
            case AKS -> has(nodes, "kubernetes.azure.com/");
        };
    }

    private static boolean has(Set<String> labels, String prefix) {
        return labels.stream().anyMatch(it -> it.startsWith(prefix));
    }
}
