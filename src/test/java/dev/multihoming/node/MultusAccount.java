package dev.multihoming.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The account that Multus and whereabouts have in a cluster, with the permissions of their own manifests.
final class MultusAccount {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// What `deployments/multus-daemonset.yml` of Multus and `doc/crds/daemonset-install.yaml` of whereabouts grant.
    private static final String ROLES = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: multus, namespace: kube-system}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: multus}
            rules:
              - {apiGroups: [k8s.cni.cncf.io], resources: ["*"], verbs: ["*"]}
              - {apiGroups: [""], resources: [pods, pods/status], verbs: [get, update]}
              - {apiGroups: ["", events.k8s.io], resources: [events], verbs: [create, patch, update, get]}
              - apiGroups: [whereabouts.cni.cncf.io]
                resources: [ippools, overlappingrangeipreservations, nodeslicepools]
                verbs: [get, list, watch, create, update, patch, delete]
              - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: ["*"]}
              - {apiGroups: [""], resources: [pods, nodes], verbs: [list, watch, get]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: multus}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: multus}
            subjects: [{kind: ServiceAccount, name: multus, namespace: kube-system}]
            """;

    private MultusAccount() {}

    /// A kubeconfig with a token of it, for an API server that is reached at that address.
    static String kubeconfig(ControlPlane plane, String server) {
        plane.kubectl().apply(ROLES).orThrow("Making the account of Multus");
        String token = plane.kubectl()
                .run("create", "token", "multus", "--namespace=kube-system", "--duration=24h")
                .orThrow("Asking for a token of Multus' account")
                .strip();
        try {
            ObjectNode config = (ObjectNode) YAML.readTree(plane.kubeconfigYaml());
            config.withArray("clusters")
                    .forEach(it -> ((ObjectNode) it.path("cluster"))
                            .put("server", server)
                            // The name that the certificate has.
                            .put("tls-server-name", "127.0.0.1"));
            config.withArray("users")
                    .forEach(user -> ((ObjectNode) user)
                            .set("user", YAML.createObjectNode().put("token", token)));
            return YAML.writeValueAsString(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
