package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.ArrayList;
import java.util.List;

/// Whether the custom resources are served: NetworkAttachmentDefinitions, in the version that the webhook is
/// registered for, and our own.
final class NetworkCrdCheck implements Check {
    private static final String NADS = "NetworkAttachmentDefinitions";
    private static final String OURS = "policy CRDs";
    private static final List<String> OUR_RESOURCES = List.of("multihomingpolicies", "multihomingexemptions");

    @Override
    public List<Line> lines(Installation installation) {
        List<Line> lines = new ArrayList<>();
        lines.add(networks(
                installation.cluster().get("apis/k8s.cni.cncf.io"),
                installation.cluster().get("apis/k8s.cni.cncf.io/v1")));
        if (installation.validating().isPresent() || installation.groups().contains("multihoming.dev")) {
            lines.add(policies(installation.cluster().get("apis/multihoming.dev/v1alpha1")));
        }
        return lines;
    }

    private static Line networks(Reply group, Reply version) {
        if (version.isSuccess() && hasResource(version.body(), "network-attachment-definitions")) {
            return Line.ok(NADS, "k8s.cni.cncf.io/v1 is served.");
        }
        if (group.isSuccess() && version.isNotFound()) {
            return Line.problem(
                    NADS,
                    "They are not served as k8s.cni.cncf.io/v1.",
                    "Install the CRD of Multus 4: Multus and the webhook read version v1.");
        }
        if (group.isNotFound() || version.isSuccess()) {
            return Line.problem(
                    NADS,
                    "The CRD network-attachment-definitions.k8s.cni.cncf.io is not installed.",
                    "Install Multus with its CRD. Until then no network can be made or selected.");
        }
        return undiscoverable(NADS, version);
    }

    private static Line policies(Reply version) {
        if (version.isSuccess() && OUR_RESOURCES.stream().allMatch(resource -> hasResource(version.body(), resource))) {
            return Line.ok(OURS, "multihoming.dev/v1alpha1 is served.");
        }
        if (version.isNotFound() || version.isSuccess()) {
            return Line.problem(
                    OURS,
                    "The CRDs of MultiHomingPolicy and MultiHomingExemption are not installed.",
                    "Run kubectl apply -k kustomize/crds. Until then the built-in policy \"strict\" applies everywhere.");
        }
        return undiscoverable(OURS, version);
    }

    private static Line undiscoverable(String subject, Reply reply) {
        return reply.isNotPermitted()
                ? Line.notPermitted(
                        subject,
                        "You may not read which API groups the cluster has.",
                        "Ask for the ClusterRole system:discovery.")
                : Line.unreadable(subject, "The API group", reply.refusal("it"));
    }

    private static boolean hasResource(JsonNode version, String plural) {
        for (JsonNode resource : version.path("resources")) {
            if (resource.path("name").asText().equals(plural)) {
                return true;
            }
        }
        return false;
    }
}
