package dev.multihoming.webhook.cluster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.WebhookServer;
import io.restassured.builder.RequestSpecBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packaged replicas and the policies of one API server: each of them hears of a change, one that starts is not ready
/// before it knows them, and what is known stays in force when the API server is gone.
class PolicyReplicasIT {
    private static final String REVIEW = """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
              "uid": "u-1", "operation": "CREATE", "namespace": "tenant-a", "userInfo": {"username": "developer"},
              "resource": {"group": "", "version": "v1", "resource": "pods"},
              "object": {"metadata": {"name": "app", "annotations": {"k8s.v1.cni.cncf.io/networks": "tenant-b/blue"}}}}}
            """;

    private final List<WebhookServer> replicas = new ArrayList<>();

    @AfterEach
    void stop() {
        replicas.forEach(WebhookServer::close);
    }

    @Test
    void allReplicasJudgeAlike(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            replicas.add(server(cluster, home, "first"));
            replicas.add(server(cluster, home, "second"));
            assertThat(replicas).noneMatch(PolicyReplicasIT::admits);

            Kubectl kubectl = cluster.kubectl();
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing the CRDs");
            Eventually.holds("the policy to be stored", () -> kubectl.apply("""
                            apiVersion: multihoming.dev/v1alpha1
                            kind: MultiHomingPolicy
                            metadata: {name: lenient}
                            spec: {namespaces: [tenant-a], rules: {MH105: Audit, MH107: Audit}}
                            """).succeeded());
            Eventually.holds(
                    "both replicas to hear of it", () -> replicas.stream().allMatch(PolicyReplicasIT::admits));

            replicas.add(server(cluster, home, "third"));
            // Ready means that it knows them: no waiting here.
            assertThat(admits(replicas.getLast())).isTrue();
        }
        // The API server is gone.
        assertThat(replicas).allMatch(PolicyReplicasIT::admits);
    }

    private static WebhookServer server(Cluster cluster, Path home, String name) {
        return WebhookServer.start(cluster.controlPlane().kubeconfig(), home.resolve(name));
    }

    private static boolean admits(WebhookServer server) {
        var https = new RequestSpecBuilder()
                .setBaseUri("https://127.0.0.1:" + server.port())
                .setRelaxedHTTPSValidation()
                .build();
        return given().spec(https)
                .contentType("application/json")
                .body(REVIEW)
                .post("/validate")
                .then()
                .statusCode(200)
                .extract()
                .path("response.allowed");
    }
}
