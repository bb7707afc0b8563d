package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Writes;
import dev.multihoming.console.engine.Writes.NotWritten;
import dev.multihoming.console.engine.Writes.Planned;
import dev.multihoming.console.engine.Writes.Written;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console writes, on a real API server that asks the real webhook.
@OnControlPlane
class ConsoleWritesIT {
    /// As fabric8 reads it in place of the variable.
    private static final String KUBECONFIG = "kubeconfig";

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String NETWORK = """
            # Of the storage team.
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br9", "vlan": 150}'
            """;

    private static final String MALFORMED = NETWORK.replace("\"vlan\": 150", "\"vlan\": \"<script>\"");

    private final Cluster cluster;
    private final TestNamespace namespace;
    private final Writes writes;

    @TempDir
    private Path home;

    /// The webhook is asked from the start.
    ConsoleWritesIT(Cluster cluster, InstalledWebhook webhook, TestNamespace namespace) {
        assertThat(webhook.server()).isNotNull();
        this.cluster = cluster;
        this.namespace = namespace;
        this.writes = new ConsoleWrites(
                ClusterLogin.ofCurrentContext(), Optional.of(namespace.name()), ConsoleWrites.MOST_OF_OWN_PROCESS);
    }

    @BeforeEach
    void theWebhookIsAsked() {
        System.setProperty(
                KUBECONFIG, cluster.controlPlane().kubeconfig().toAbsolutePath().toString());
        Eventually.holds(
                "the API server to call the webhook",
                () -> writes.plan(MALFORMED.formatted("malformed")) instanceof NotWritten);
    }

    @AfterEach
    void theMachinesOwnKubeconfigCountsAgain() {
        System.clearProperty(KUBECONFIG);
    }

    @Test
    void aNewNetworkIsPlannedAndThenWrittenAsItWasShown() {
        Planned planned = planned(NETWORK.formatted("created"));
        assertThat(planned.asked()).doesNotContain("macspoofchk");
        assertThat(planned.stored()).contains("\"macspoofchk\": true");
        assertThat(planned.before()).isEmpty();
        assertThat(config("created")).isEmpty();

        Written written = (Written) writes.write(planned.change());
        assertThat(written.stored()).isEqualTo(written.planned()).isEqualTo(planned.stored());
        assertThat(config("created")).contains("\"macspoofchk\": true");
    }

    @Test
    void aNetworkThatIsThereIsNotReplacedByANewOne() {
        create("taken");
        NotWritten refused = refused(NETWORK.formatted("taken").replace("br9", "br10"));
        assertThat(refused.isConflict()).isTrue();
        assertThat(refused.sentence()).contains("There is a network " + namespace.name() + "/taken already");
        assertThat(refused.current()).contains("br9");
        assertThat(refused.asked()).contains("br10");
    }

    /// The first confirmation wins, and the second sees what the first wrote.
    @Test
    void ofTwoPlansForOneNameOneIsWritten() {
        Planned first = planned(NETWORK.formatted("twice"));
        Planned second = planned(NETWORK.formatted("twice").replace("br9", "br10"));
        assertThat(writes.write(first.change())).isInstanceOf(Written.class);
        assertThat(((NotWritten) writes.write(second.change())).isConflict()).isTrue();
        assertThat(config("twice")).contains("br9");
    }

    @Test
    void aChangeReplacesTheStateThatWasEdited() {
        create("changed");
        Planned planned = planned(edited("changed", "br10"));
        assertThat(planned.before()).contains("br9");
        assertThat(planned.stored()).contains("br10");
        assertThat(config("changed")).contains("br9");

        assertThat(writes.write(planned.change())).isInstanceOf(Written.class);
        assertThat(config("changed")).contains("br10");
    }

    @Test
    void aChangeOfSomeoneElseIsNeverOverwritten() {
        create("contested");
        String text = edited("contested", "br10");
        Planned planned = planned(text);
        someoneElseLabels("contested");

        NotWritten late = (NotWritten) writes.write(planned.change());
        assertThat(late.sentence()).contains("was changed by someone else");
        assertThat(late.current()).contains("someone: else", "br9");
        assertThat(late.asked()).contains("br10");
        assertThat(refused(text).isConflict()).isTrue();
        assertThat(config("contested")).contains("br9");
    }

    @Test
    void aDenialOfTheWebhookIsShownWithItsRule() {
        NotWritten refused = refused(MALFORMED.formatted("malformed"));
        assertThat(refused.sentence()).contains("An admission webhook of the cluster denies this");
        assertThat(refused.message()).contains("denied the request: MH", "<script>");
        assertThat(refused.rules())
                .isNotEmpty()
                .allMatch(it -> refused.message().contains(it));
    }

    @Test
    void aDeletionShowsTheUsersAndIsOfThatStateOnly() {
        create("deleted");
        namespace.kubectl().apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: deleted}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """).orThrow("Making a pod");
        Planned planned = (Planned) writes.planDeletion(namespace.name(), "deleted");
        assertThat(planned.users()).containsExactly("Pod " + namespace.name() + "/web");
        assertThat(planned.notices()).isEmpty();
        someoneElseLabels("deleted");

        assertThat(((NotWritten) writes.write(planned.change())).isConflict()).isTrue();
        Planned again = (Planned) writes.planDeletion(namespace.name(), "deleted");
        assertThat(writes.write(again.change())).isInstanceOf(Written.class);
        assertThat(config("deleted")).isEmpty();
        assertThat(((NotWritten) writes.planDeletion(namespace.name(), "deleted")).sentence())
                .isEqualTo("There is no network " + namespace.name() + "/deleted in the cluster.");
    }

    /// Also where only its aliases make it large.
    @Test
    void anObjectThatIsTooLargeIsNotSent() {
        Writes small = new ConsoleWrites(ClusterLogin.ofCurrentContext(), Optional.of(namespace.name()), 1024);
        String text = NETWORK.formatted("large, annotations: {a: &long \"" + "x".repeat(600) + "\", b: *long}");

        assertThat(((NotWritten) small.plan(text)).sentence()).startsWith("The network has more than 1 KiB.");
        assertThat(small.plan(NETWORK.formatted("small"))).isInstanceOf(Planned.class);
    }

    @Test
    void whatIsNotOneNetworkIsNotSent() {
        for (String text : new String[] {
            "",
            "kind: [",
            NETWORK.formatted("a") + "---\n" + NETWORK.formatted("b"),
            NETWORK.formatted("a") + "---\nspec: {config: ''}\n",
            NETWORK.formatted("../a"),
            NETWORK.formatted("a, namespace: ../kube-system"),
            NETWORK.formatted("a") + "spec: {config: ''}\n"
        }) {
            assertThatThrownBy(() -> writes.plan(text)).as(text).isInstanceOf(Engine.Refused.class);
        }
        assertThat(writes.planDeletion("../" + namespace.name(), "storage")).isInstanceOf(NotWritten.class);
    }

    @Test
    void aMissingNamespaceIsNamed() {
        assertThat(refused(NETWORK.formatted("a, namespace: absent-of-all")).sentence())
                .startsWith("There is no namespace absent-of-all.");
    }

    @Test
    void withoutRightsItSaysWhichOneIsMissing() throws IOException {
        create("protected");
        Planned planned = planned(NETWORK.formatted("unwritten"));
        String account = "--serviceaccount=" + namespace.name() + ":reader";
        namespace.kubectl().run("create", "serviceaccount", "reader").orThrow("Making an account");
        namespace
                .kubectl()
                .run("create", "rolebinding", "reader", "--clusterrole=view", account)
                .orThrow("Binding it");
        String token = namespace
                .kubectl()
                .run("create", "token", "reader")
                .orThrow("Asking for a token")
                .strip();
        kubeconfig(config -> as(config, token));

        assertThat(refused(NETWORK.formatted("unwritten")).sentence())
                .startsWith("You may not create networks in namespace " + namespace.name())
                .contains("verb create", "Drafts are still checked");
        assertThat(((NotWritten) writes.write(planned.change())).sentence()).startsWith("You may not create");
        // It is read first.
        assertThat(((NotWritten) writes.planDeletion(namespace.name(), "storage")).sentence())
                .startsWith("You may not read networks in namespace " + namespace.name())
                .contains("verb get");
        kubeconfig(config -> as(config, "expired"));
        assertThat(refused(NETWORK.formatted("unwritten")).sentence()).contains("your login may have expired");
        assertThat(config("unwritten")).isEmpty();
    }

    @Test
    void anotherClusterThanThePlannedOneIsNotWritten() throws IOException {
        Planned planned = planned(NETWORK.formatted("elsewhere"));
        kubeconfig(config -> {
            config.put("current-context", "other");
            config.withArray("contexts").forEach(it -> ((ObjectNode) it).put("name", "other"));
        });
        assertThat(((NotWritten) writes.write(planned.change())).sentence())
                .startsWith("Your kubeconfig names another cluster now");
        kubeconfig(config -> config.withArray("clusters")
                .forEach(it -> ((ObjectNode) it.path("cluster")).put("server", "https://127.0.0.1:1")));
        assertThat(refused(NETWORK.formatted("elsewhere")).sentence()).startsWith("The cluster does not answer.");
        assertThat(config("elsewhere")).isEmpty();
    }

    @Test
    void aWebhookThatDoesNotAnswerIsNamed() {
        cluster.kubectl().apply(deadWebhook()).orThrow("Registering a webhook");
        try {
            Eventually.holds(
                    "the API server to ask the dead webhook",
                    () -> writes.plan(NETWORK.formatted("unjudged")) instanceof NotWritten);
            NotWritten refused = refused(NETWORK.formatted("unjudged"));
            assertThat(refused.sentence()).startsWith("The API server cannot call an admission webhook");
            assertThat(refused.message()).contains("dead.example.com");
        } finally {
            cluster.kubectl()
                    .run("delete", "validatingwebhookconfiguration", "dead-" + namespace.name())
                    .orThrow("Removing it");
        }
    }

    /// For the networks of this test only.
    private String deadWebhook() {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: dead-%1$s}
                webhooks:
                  - name: dead.example.com
                    rules:
                      - {apiGroups: [k8s.cni.cncf.io], apiVersions: [v1], operations: [CREATE],
                         resources: [network-attachment-definitions]}
                    namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                    objectSelector: {}
                    matchConditions: [{name: one, expression: "object.metadata.name == 'unjudged'"}]
                    clientConfig: {url: "https://127.0.0.1:1/"}
                    failurePolicy: Fail
                    sideEffects: None
                    timeoutSeconds: 2
                    admissionReviewVersions: [v1]
                """.formatted(namespace.name());
    }

    private Planned planned(String text) {
        return (Planned) writes.plan(text);
    }

    private NotWritten refused(String text) {
        return (NotWritten) writes.plan(text);
    }

    private void create(String name) {
        assertThat(writes.write(planned(NETWORK.formatted(name)).change())).isInstanceOf(Written.class);
    }

    /// As the console shows it, with another bridge.
    private String edited(String name, String bridge) {
        return Consoles.engine().network(namespace.name(), name).orElseThrow().replace("br9", bridge);
    }

    private void someoneElseLabels(String name) {
        namespace.kubectl().run("label", "net-attach-def", name, "someone=else").orThrow("Labelling " + name);
    }

    /// Empty for a network that is not there.
    private String config(String name) {
        return namespace
                .kubectl()
                .run("get", "net-attach-def", name, "--ignore-not-found", "--output=jsonpath={.spec.config}")
                .orThrow("Reading " + name);
    }

    private static void as(ObjectNode config, String token) {
        config.withArray("users")
                .forEach(user ->
                        ((ObjectNode) user).set("user", YAML.createObjectNode().put("token", token)));
    }

    private void kubeconfig(Consumer<ObjectNode> change) throws IOException {
        ObjectNode config = (ObjectNode) YAML.readTree(cluster.controlPlane().kubeconfigYaml());
        change.accept(config);
        System.setProperty(
                KUBECONFIG,
                Files.writeString(home.resolve("changed"), YAML.writeValueAsString(config))
                        .toString());
    }
}
