package dev.multihoming.node;

import dev.multihoming.chaos.ApiClient;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.FixtureReview;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.Kubectl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A cluster with one node, and the fixtures that are brought about in it.
///
/// @param hasWebhook whether its API server asks the webhook: what that repairs is then not repaired before
record NodeWorld(Cluster cluster, boolean hasWebhook, List<Reviewed> fixtures) {

    /// A fixture and our review of it.
    record Reviewed(Fixture fixture, FixtureReview review) {
        static Reviewed of(Fixture fixture) {
            return new Reviewed(fixture, FixtureReview.of(fixture));
        }

        /// Whether the installed webhook, with its defaults, admits it too.
        boolean isAdmittedLive() {
            Fixture.Request request = fixture.request();
            return review.verdict().allowed()
                    && request.settings().isMissingNode()
                    && request.facts().isEmpty()
                    && request.mutation()
                    && !request.clusterUnknown();
        }
    }

    /// What came of them.
    ///
    /// @param obstacles of this machine
    record Results(List<NodeCase> cases, Set<Obstacle> obstacles) {}

    Results run() {
        try (var api = new ApiClient(cluster.controlPlane().kubeconfigYaml());
                var node = new MultusNode(cluster.controlPlane())) {
            List<CaseObjects> objects = new ArrayList<>();
            for (Reviewed one : fixtures) {
                objects.add(new CaseObjects(one.fixture(), objects.size(), api));
            }
            prepare(objects);
            Set<Obstacle> obstacles = Obstacle.of(node);
            List<NodeCase> cases = new ArrayList<>();
            for (Reviewed one : fixtures) {
                cases.add(run(one, objects.get(cases.size()), node));
            }
            return new Results(cases, obstacles);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private NodeCase run(Reviewed one, CaseObjects objects, MultusNode node) throws InterruptedException {
        boolean asSent = hasWebhook || !one.review().verdict().allowed();
        try {
            return NodeCase.run(one.fixture(), one.review(), asSent, objects, node);
        } catch (IllegalStateException e) {
            return NodeCase.failed(one.fixture(), one.review(), String.valueOf(e.getMessage()));
        }
    }

    private void prepare(List<CaseObjects> objects) {
        Kubectl kubectl = cluster.kubectl();
        ForeignCrds.installWhereabouts(kubectl, ForeignCrds.find().orElseThrow());
        fixtures.stream()
                .map(one -> one.fixture().request().username())
                .filter(user -> user.startsWith("system:serviceaccount:"))
                .distinct()
                .forEach(user -> kubectl.run(
                                "create",
                                "clusterrolebinding",
                                "node-" + user.replace(':', '-'),
                                "--clusterrole=cluster-admin",
                                "--user=" + user)
                        .orThrow("letting " + user + " write"));
        List<String> namespaces =
                objects.stream().flatMap(one -> one.namespaces().stream()).toList();
        kubectl.apply(namespaces.stream()
                        .map(("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"%s\","
                                + " \"labels\": {\"k8s.ovn.org/primary-user-defined-network\": \"\"}}}")::formatted)
                        .collect(Collectors.joining("\n---\n")))
                .orThrow("creating namespaces");
        String last = namespaces.getLast();
        Eventually.holds(
                "the service accounts",
                () -> kubectl.run("get", "serviceaccount", "default", "-n", last)
                        .succeeded());
        if (hasWebhook) {
            Eventually.holds(
                    "the API server to call the webhook",
                    () -> !kubectl.runWithInput("""
                            {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
                             "metadata": {"name": "probe", "namespace": "%s"}, "spec": {"config": "probe"}}""".formatted(last), "create", "--dry-run=server", "-f", "-")
                            .succeeded());
        }
    }
}
