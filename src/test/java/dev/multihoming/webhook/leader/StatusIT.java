package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the packaged webhook says of policies and exemptions, with the permissions that are shipped; and that
/// it is one replica that says it.
class StatusIT {
    @Test
    void oneReplicaSaysWhatBecameOfPoliciesAndExemptions(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
            kubectl.run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                    .orThrow("Applying the permissions");
            Stream.of("tenant-a", "tenant-b", "tenant-c")
                    .forEach(name -> kubectl.run("create", "namespace", name).orThrow("Making a namespace"));
            Path kubeconfig = ShippedAccount.kubeconfig(cluster.controlPlane(), home);
            WebhookServer first = WebhookServer.start(kubeconfig, home.resolve("first"), Map.of());
            try (WebhookServer _ = WebhookServer.start(kubeconfig, home.resolve("second"), Map.of())) {
                policiesSayWhereTheyAreInForce(kubectl);
                faultsAreToldAndTurnsAreAnnounced(kubectl);
                exemptionsEndAndSaySo(kubectl);
                String leader = leader(kubectl);
                first.close();
                anotherOneTakesOver(kubectl, leader);
            } finally {
                first.close();
            }
        }
    }

    private static void policiesSayWhereTheyAreInForce(Kubectl kubectl) {
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: tenants}
                spec: {namespaces: [tenant-a, tenant-b], rules: {MH105: Audit}}
                ---
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: first}
                spec: {namespaces: [tenant-b], priority: 10, extends: tenants, rules: {MH107: "Off"}}
                ---
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: behind}
                spec: {namespaces: [tenant-b], priority: 5}
                ---
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: by-labels}
                spec: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tenant-c}}}
                """).orThrow("Applying policies");
        Eventually.holds(
                "the statuses",
                () -> status(kubectl, "mhp/first", ".namespaces").equals("1"));
        assertThat(status(kubectl, "mhp/tenants", ".governs[*]")).isEqualTo("tenant-a");
        assertThat(status(kubectl, "mhp/tenants", ".shadowedBy[*].policy")).isEqualTo("first");
        assertThat(status(kubectl, "mhp/tenants", ".observedGeneration")).isEqualTo("1");
        assertThat(status(kubectl, "mhp/first", ".rules.MH105")).isEqualTo("Audit");
        assertThat(status(kubectl, "mhp/first", ".rules.MH107")).isEqualTo("Off");
        assertThat(status(kubectl, "mhp/first", ".rules.MH101")).isEqualTo("Enforce");
        assertThat(condition(kubectl, "mhp/behind", "InForce")).isEqualTo("True Shadowed");
        assertThat(condition(kubectl, "mhp/by-labels", "SettableByTenants")).startsWith("True");
        assertThat(condition(kubectl, "mhp/tenants", "SettableByTenants")).startsWith("False");
        assertThat(kubectl.run("get", "mhp").orThrow("Listing"))
                .containsPattern("NAMESPACES")
                .containsPattern("tenants .*1 ");
    }

    private static void faultsAreToldAndTurnsAreAnnounced(Kubectl kubectl) {
        kubectl.run("delete", "mhp/tenants").orThrow("Deleting the parent");
        Eventually.holds(
                "the fault to be told",
                () -> condition(kubectl, "mhp/first", "InForce").equals("False ParentMissing"));
        Eventually.holds("its event", () -> events(kubectl, "first").contains("Warning ParentMissing"));
        assertThat(events(kubectl, "behind")).contains("Normal Shadowed");
    }

    private static void exemptionsEndAndSaySo(Kubectl kubectl) {
        Instant soon = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        exemption(kubectl, "short", soon);
        exemption(kubectl, "long", Instant.parse("2099-01-01T00:00:00Z"));
        Eventually.holds(
                "the states", () -> status(kubectl, "mhx/long", ".state").equals("Active"));
        assertThat(condition(kubectl, "mhx/long", "AuthorSettable")).isEqualTo("True ByName");
        Eventually.holds("its end", () -> status(kubectl, "mhx/short", ".state").equals("Ended"));
        assertThat(condition(kubectl, "mhx/short", "Active")).isEqualTo("False Ended");
        Eventually.holds("its event", () -> events(kubectl, "short").contains("Warning Ended"));
    }

    private static void anotherOneTakesOver(Kubectl kubectl, String leader) {
        Eventually.holds("a leader that is alive", () -> !leader(kubectl).isEmpty());
        exemption(kubectl, "later", Instant.parse("2099-01-01T00:00:00Z"));
        Eventually.holds(
                "somebody to write statuses",
                () -> status(kubectl, "mhx/later", ".state").equals("Active"));
        assertThat(leader).isNotEmpty();
    }

    private static void exemption(Kubectl kubectl, String name, Instant expires) {
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: %s}
                spec:
                  rules: [MH105]
                  objects: [{kind: Pod, namePrefix: web-}]
                  reason: a test
                  owner: somebody
                  expires: "%s"
                """.formatted(name, expires)).orThrow("Applying an exemption");
    }

    private static String leader(Kubectl kubectl) {
        return kubectl.run(
                        "get",
                        "lease/multihoming-webhook",
                        "--namespace=multihoming-system",
                        "--output=jsonpath={.spec.holderIdentity}")
                .stdout();
    }

    private static String condition(Kubectl kubectl, String object, String type) {
        return status(kubectl, object, ".conditions[?(@.type==\"" + type + "\")].status") + " "
                + status(kubectl, object, ".conditions[?(@.type==\"" + type + "\")].reason");
    }

    private static String status(Kubectl kubectl, String object, String path) {
        return kubectl.run("get", object, "--output=jsonpath={.status" + path + "}")
                .stdout();
    }

    private static String events(Kubectl kubectl, String about) {
        return kubectl.run(
                        "get",
                        "events",
                        "--namespace=default",
                        "--field-selector=involvedObject.name=" + about,
                        "--output=jsonpath={range .items[*]}{.type} {.reason}{\"\\n\"}{end}")
                .stdout();
    }
}
