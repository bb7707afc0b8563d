package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.chart.Kustomize;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// kustomize/components/console: the packaged program with the Deployment's arguments, on a real API server, for two
/// users with RBAC.
@OnControlPlane
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedConsoleIT {
    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br9", "vlan": 150}'
            """;

    private static final String PLAN = "/api/writes/plan";
    private static final String CONFIRM = "/api/writes/confirm";
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([0-9a-f]+)\"");

    private final Cluster cluster;
    private final TestNamespace own;
    private TestNamespace foreign;
    private PackagedConsole console;
    private String ann;
    private String bob;

    SharedConsoleIT(Cluster cluster, TestNamespace own) {
        this.cluster = cluster;
        this.own = own;
    }

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        foreign = TestNamespace.create(cluster, "foreign");
        own.kubectl().apply(NETWORK.formatted("ledger")).orThrow("Making a network");
        foreign.kubectl().apply(NETWORK.formatted("payroll")).orThrow("Making a network");
        ann = token(own, "ann");
        bob = token(foreign, "bob");
        console = PackagedConsole.start(arguments(deployment(rendered(home))), cluster.controlPlane(), home);
        Eventually.holds(
                "ann's rights",
                () -> console.logIn(ann)
                        .page("/networks?namespace=" + own.name())
                        .contains("ledger"));
        Eventually.holds(
                "bob's rights",
                () -> console.logIn(bob)
                        .page("/networks?namespace=" + foreign.name())
                        .contains("payroll"));
    }

    @AfterAll
    void stop() {
        if (console != null) {
            console.close();
        }
        foreign.close();
    }

    @Test
    void theObjectsPassTheApiServer(@TempDir Path home) throws IOException {
        cluster.kubectl()
                .run("apply", "--filename=kustomize/base/namespace.yaml")
                .orThrow("Making our namespace");
        String outcome = cluster.kubectl()
                .run(
                        "apply",
                        "--dry-run=server",
                        "--validate=strict",
                        "--selector=app.kubernetes.io/name=multihoming-console",
                        "--kustomize=" + rendered(home))
                .orThrow("Applying the component");

        assertThat(outcome)
                .contains("serviceaccount/", "deployment.apps/", "service/", "networkpolicy.networking.k8s.io/")
                .doesNotContainIgnoringCase("warning");
    }

    @Test
    void itsAccountHasNoRightsAndNoToken(@TempDir Path home) throws IOException {
        List<JsonNode> objects =
                List.copyOf(Kustomize.find().objects(rendered(home).toString()).values());

        assertThat(objects)
                .filteredOn(it -> it.path("kind").asText().endsWith("Binding"))
                .noneSatisfy(it -> assertThat(it.path("subjects").toString()).contains("multihoming-console"));
        JsonNode pod = deployment(rendered(home)).at("/spec/template/spec");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("volumes").toString()).doesNotContain("serviceAccountToken");
    }

    @Test
    void whoSeesThePageIsShown() throws IOException {
        assertThat(console.logIn(ann).page("/networks"))
                .contains("system:serviceaccount:" + own.name() + ":ann", "action=\"/logout\"");
    }

    @Test
    void eachUserSeesOnlyTheOwnNetworks() throws IOException {
        for (String path : List.of(
                "/networks",
                "/networks?namespace=" + foreign.name(),
                "/networks?name=payroll",
                "/workloads",
                "/workloads?namespace=" + foreign.name(),
                "/networks/details?namespace=" + own.name() + "&name=ledger",
                "/try",
                "/networks/new")) {
            // The filter that was asked for is repeated, in its field and in links.
            assertThat(console.logIn(ann).page(path).replaceAll("(value=\"|[?&;]name=)payroll", ""))
                    .doesNotContain("payroll");
        }
        assertThat(console.logIn(bob).page("/networks?namespace=" + foreign.name()))
                .contains("payroll", "1 network");
        assertThat(console.logIn(bob).page("/networks?namespace=" + own.name())).doesNotContain("ledger", "1 network");
    }

    /// The pages of one network and of workloads ask the cluster with the user's token, too.
    @Test
    void eachUserSeesTheDetailsOfTheOwnNetwork() throws IOException {
        String details = "/networks/details?namespace=%s&name=payroll";

        assertThat(console.logIn(bob).page(details.formatted(foreign.name()))).contains("payroll", "br9");
        assertThat(console.logIn(ann).get(details.formatted(foreign.name()))).doesNotContain("br9");
    }

    /// What is there is answered like what is not. Both names have one length, which reports underline.
    @Test
    void noAnswerTellsOfTheObjectsOfOthers() throws IOException {
        PackagedConsole.Browser browser = console.logIn(ann);
        String edit = "/networks/edit?namespace=%s&name=%s";

        assertThat(browser.get(edit.formatted(foreign.name(), "payroll")).replace("payroll", "NAME"))
                .isEqualTo(
                        browser.get(edit.formatted(foreign.name(), "nothing")).replace("nothing", "NAME"))
                .startsWith("422");
        assertThat(browser.page("/networks?namespace=" + foreign.name()).replace(foreign.name(), "NAMESPACE"))
                .isEqualTo(browser.page("/networks?namespace=no-such-namespace")
                        .replace("no-such-namespace", "NAMESPACE"));
        for (String path : List.of("/api/check", "/api/explain")) {
            assertThat(browser.post(path, pod("payroll")).replace("payroll", "NAME"))
                    .isEqualTo(browser.post(path, pod("nothing")).replace("nothing", "NAME"))
                    .startsWith("200");
        }
    }

    private String pod(String network) {
        return """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "namespace": "%s",
                "annotations": {"k8s.v1.cni.cncf.io/networks": "%s/%s"}},
                "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """.formatted(own.name(), foreign.name(), network);
    }

    /// The process has the administrator's kubeconfig in its environment, and does not use it.
    @Test
    void aTokenThatTheApiServerDoesNotKnowOpensNothing() throws IOException {
        for (String token : List.of("no-such-token", ann.substring(0, ann.length() - 4) + "AAAA", "")) {
            assertThat(console.answerToLogin(token))
                    .startsWith("403")
                    .contains("The API server does not accept this token.");
        }
    }

    /// What a user may not write, the API server refuses to that user.
    @Test
    void aNetworkIsWrittenWithTheTokenOfItsUser(@TempDir Path home) throws IOException {
        String writer = token(own, "writer", "get,list,create");
        List<String> arguments = arguments(deployment(rendered(home, "/components/console/writes")));
        String network = NETWORK.formatted("archive").replace("{name:", "{namespace: " + own.name() + ", name:");
        try (PackagedConsole writing = PackagedConsole.start(arguments, cluster.controlPlane(), home)) {
            PackagedConsole.Browser theirs = writing.logIn(writer);
            assertThat(writing.logIn(ann).post(PLAN, network))
                    .contains("You may not create networks in namespace " + own.name());
            Eventually.holds(
                    "the writer's rights", () -> theirs.post(PLAN, network).contains("\"ticket\""));
            Matcher ticket = TICKET.matcher(theirs.post(PLAN, network));
            assertThat(ticket.find()).isTrue();
            Map<String, String> confirmation = Map.of("ticket", ticket.group(1));
            assertThat(own.kubectl()
                            .run("get", "network-attachment-definitions", "archive")
                            .succeeded())
                    .as("there after a dry run")
                    .isFalse();

            assertThat(writing.logIn(ann).send(CONFIRM, confirmation)).contains("Nothing was written now");
            assertThat(theirs.send(CONFIRM, confirmation)).contains("\"verb\":\"CREATE\"");
        }
        assertThat(own.kubectl()
                        .run(
                                "get",
                                "network-attachment-definitions",
                                "archive",
                                "--output=yaml",
                                "--show-managed-fields")
                        .orThrow("Reading the network"))
                .contains("br9", "manager: multihoming-console");
    }

    @Test
    void aTokenThatEndsShowsNothingMore() throws IOException {
        String token = token(own, "eve");
        PackagedConsole.Browser browser = console.logIn(token);
        own.kubectl().run("delete", "serviceaccount", "eve").orThrow("Deleting an account");

        Eventually.holds(
                "the end of the token",
                () -> browser.page("/networks?namespace=" + own.name()).contains("your login may have expired"));
        assertThat(browser.page("/networks?namespace=" + own.name())).doesNotContain("ledger");
        assertThat(console.answerToLogin(token)).startsWith("403");
    }

    @Test
    void afterLogoutTheCookieOpensNothing() throws IOException {
        PackagedConsole.Browser browser = console.logIn(ann);
        browser.logOut();

        assertThat(browser.get("/networks")).startsWith("303");
    }

    @Test
    void noTokenIsInTheLog() throws IOException {
        console.logIn(ann).page("/networks");
        console.answerToLogin("no-such-token");

        assertThat(console.log())
                .contains("The console listens on port")
                .doesNotContain(ann, bob, "no-such-token", "Exception");
    }

    /// The component, with others after it.
    private Path rendered(Path home, String... others) throws IOException {
        Path folder = Files.createDirectories(home.resolve("kustomization"));
        Path kustomize = folder.toRealPath().relativize(Path.of("kustomize").toRealPath());
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%1$s/overlays/self-made]
                components: [%1$s/components/console%2$s]
                """.formatted(
                kustomize, Stream.of(others).map(it -> ", " + kustomize + it).collect(Collectors.joining())));
        return folder;
    }

    private static JsonNode deployment(Path folder) {
        return Kustomize.find().objects(folder.toString()).values().stream()
                .filter(it -> it.path("kind").asText().equals("Deployment"))
                .filter(it -> it.at("/metadata/name").asText().equals("multihoming-console"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> arguments(JsonNode deployment) {
        JsonNode arguments = deployment.at("/spec/template/spec/containers/0/args");
        return StreamSupport.stream(arguments.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /// Of an account that may read the networks of its namespace.
    private static String token(TestNamespace where, String name) {
        return token(where, name, "get,list");
    }

    /// Of an account that may do so with the networks of its namespace.
    private static String token(TestNamespace where, String name, String verbs) {
        where.kubectl().run("create", "serviceaccount", name).orThrow("Making an account");
        where.kubectl()
                .run(
                        "create",
                        "role",
                        name,
                        "--verb=" + verbs,
                        "--resource=network-attachment-definitions.k8s.cni.cncf.io")
                .orThrow("Making a role");
        where.kubectl()
                .run("create", "rolebinding", name, "--role=" + name, "--serviceaccount=" + where.name() + ":" + name)
                .orThrow("Binding a role");
        return where.kubectl()
                .run("create", "token", name)
                .orThrow("Asking for a token")
                .strip();
    }
}
