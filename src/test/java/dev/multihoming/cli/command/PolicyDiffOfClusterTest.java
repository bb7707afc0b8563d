package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.multihoming.client.ClusterReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster as an API server lists it: what it does not have, what it forbids, and lists in pages.
class PolicyDiffOfClusterTest {
    /// What a test with the kubeconfig of another must not see.
    private static final String KUBECONFIG = "kubeconfig";

    private static final String GROUP =
            "{\"kind\": \"APIGroup\", \"preferredVersion\": {\"groupVersion\": \"%1$s\"}, \"versions\": [{\"groupVersion\": \"%1$s\"}]}";

    private static final String POLICIES = "/apis/multihoming.dev/v1alpha1/multihomingpolicies";

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    @TempDir
    Path folder;

    PolicyDiffOfClusterTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Path kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts: [{name: test, context: {cluster: test, user: test, namespace: shop}}]
                clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: test, user: {}}]
                """.formatted(server.getAddress().getPort()));
        System.setProperty(KUBECONFIG, kubeconfig.toString());
        answers.put("/apis/apps", GROUP.formatted("apps/v1"));
        answers.put("/apis/k8s.cni.cncf.io", GROUP.formatted("k8s.cni.cncf.io/v1"));
        lists("/api/v1/namespaces", "", "{\"metadata\": {\"name\": \"shop\"}}");
        lists("/apis/k8s.cni.cncf.io/v1/network-attachment-definitions", "");
        lists("/apis/apps/v1/deployments", "");
        lists("/apis/apps/v1/replicasets", "", """
                {"metadata": {"name": "web-1", "namespace": "shop", "ownerReferences":
                  [{"apiVersion": "apps/v1", "kind": "Deployment", "name": "web", "controller": true}]}}""");
        lists("/api/v1/pods", "more", pod("web-1-a"));
        lists("/api/v1/pods?more", "", pod("web-1-b"));
    }

    @AfterEach
    void stop() {
        System.clearProperty(KUBECONFIG);
        server.stop(0);
    }

    @Test
    void aTerminalShowsWhatIsRead() {
        StringWriter terminal = new StringWriter();
        CountLine progress = new CountLine(new PrintWriter(terminal), true);
        try (ClusterReading cluster = ClusterReading.ofCurrentContext().orElseThrow()) {
            lists(
                    "/api/v1/pods",
                    "",
                    Stream.generate(() -> pod("web-1-a")).limit(251).toArray(String[]::new));

            new LiveInventory(cluster, null, progress, LiveInventory.Advice.OPTIONS).objects(_ -> {});
        }
        progress.clear();

        assertThat(terminal.toString())
                .contains("\rReading deployments: 0")
                .contains("\rReading pods: 0", "\rReading pods: 250")
                .endsWith(" \r");
    }

    @Test
    void beforeTheWebhookIsInstalledNothingIsEnforced() {
        CommandRun run = diff();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Current   nothing is enforced: the webhook is not installed, the cluster has no"
                        + " MultiHomingPolicies\nProposed  the built-in policy\n")
                .containsPattern("\nshop +Deployment/web +MH105 cross-namespace-network +allowed → denied +2 Pods\n")
                .endsWith("\n2 objects newly denied in 1 namespace, 0 newly allowed, 0 changed, 0 unchanged.\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(asked).anyMatch(request -> request.contains("fieldSelector=status.phase"));
    }

    @Test
    void policiesOfTheClusterAreTheCurrentOnes() {
        installed();

        CommandRun run = diff("--without", "lax");

        assertThat(run.out())
                .startsWith("Current   1 policy, 0 exemptions\nProposed  the built-in policy: removes lax\n")
                .contains("warned → denied", "\nGoverned by another policy:\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(diff().err()).contains("Say what to change");
        assertThat(diff("demo/61-enforce.yaml").out())
                .startsWith("Current   1 policy, 0 exemptions\nProposed  2 policies, 0 exemptions: adds ");
    }

    @Test
    void whatMayNotBeListedIsSaid() {
        answers.remove("/api/v1/pods");
        answers.put("/api/v1/pods", "forbidden");

        CommandRun run = diff("--rule", "MH105=Warn");

        assertThat(run.out())
                .contains("\nNot judged: pods, which you may not list in all namespaces; name one with --namespace.\n")
                .contains("0 objects newly denied");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void withoutTheCurrentPoliciesNothingIsCompared() {
        installed();
        answers.put(POLICIES, "forbidden");

        CommandRun run = diff("--rule", "MH105=Warn");

        assertThat(run.err())
                .contains(
                        "You may not list the multihomingpolicies of the cluster; give the current ones with --policy.");
        assertThat(run.exitCode()).isEqualTo(2);
        CommandRun given = diff("--rule", "MH105=Warn", "--policy", "demo/61-enforce.yaml");
        assertThat(given.out()).startsWith("Current   1 policy, 0 exemptions\n").contains("2 newly allowed");
    }

    @Test
    void oneNamespaceIsAskedFor() {
        lists("/api/v1/namespaces/shop/pods", "", pod("web-1-a"));
        answers.put("/api/v1/namespaces/shop", "{\"metadata\": {\"name\": \"shop\", \"labels\": {\"a\": \"b\"}}}");

        CommandRun run = diff("-n", "shop");

        assertThat(run.out()).contains("ReplicaSet/web-1", "1 object newly denied");
        assertThat(asked).noneMatch(request -> request.startsWith("/api/v1/pods"));
        answers.remove("/api/v1/namespaces/shop");
        assertThat(diff("-n", "shop").out()).contains("\nThe labels of namespace shop cannot be read: ");
    }

    @Test
    void aFileGoesBeforeTheObjectThatItReplaces() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1-a}
                """);

        assertThat(diff("--cluster", file.toString()).out()).contains("1 object newly denied", " 1 unchanged.");
    }

    private void installed() {
        answers.put("/apis/multihoming.dev", GROUP.formatted("multihoming.dev/v1alpha1"));
        lists(POLICIES, "", "{\"metadata\": {\"name\": \"lax\"}, \"spec\": {\"rules\": {\"*\": \"Warn\"}}}");
        lists("/apis/multihoming.dev/v1alpha1/multihomingexemptions", "");
    }

    private static String pod(String name) {
        return """
                {"metadata": {"name": "%s", "namespace": "shop",
                  "annotations": {"k8s.v1.cni.cncf.io/networks": "lab/bench"}, "ownerReferences":
                  [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-1", "controller": true}]}}""".formatted(name);
    }

    private void lists(String path, String next, String... items) {
        answers.put(
                path,
                "{\"kind\": \"List\", \"metadata\": {\"continue\": \"%s\"}, \"items\": [%s]}"
                        .formatted(next, String.join(", ", items)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String path = exchange.getRequestURI().getPath() + (query.contains("continue=more") ? "?more" : "");
        asked.add(path + " " + query);
        String answer = answers.getOrDefault(path, "");
        int code = answer.isEmpty() ? 404 : answer.equals("forbidden") ? 403 : 200;
        byte[] body = (code == 200 ? answer : "{\"kind\": \"Status\", \"code\": %d}".formatted(code))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static CommandRun diff(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of("policy", "diff"), Stream.of(arguments)).toArray(String[]::new));
    }
}
