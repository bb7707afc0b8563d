package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// `multihoming console --allow-writes` in chromium, on a real API server that asks the real webhook.
@OnControlPlane
class ConsoleWritesIT extends InBrowser {
    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br9", "vlan": %s}'
            """;

    private static final String ATTACK = "\"<img src=x onerror=hacked=1>\"";

    private final Cluster cluster;
    private final TestNamespace namespace;
    private Path home;

    /// The webhook is asked from the start.
    ConsoleWritesIT(Cluster cluster, InstalledWebhook webhook, TestNamespace namespace) {
        assertThat(webhook.server()).isNotNull();
        this.cluster = cluster;
        this.namespace = namespace;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        home = directory;
        console = RunningConsole.onCluster(cluster.controlPlane().kubeconfig(), "--allow-writes");
        browser.open(console.link().toString());
        Eventually.holds(
                "the API server to call the webhook",
                () -> !namespace
                        .kubectl()
                        .runWithInput(NETWORK.formatted("malformed", ATTACK), "create", "--dry-run=server", "-f", "-")
                        .succeeded());
    }

    @BeforeEach
    void withoutDrafts() {
        begin("/try", 1280);
    }

    @AfterEach
    void noScriptOfOthersRan() {
        assertThat(browser.run("return typeof hacked")).isEqualTo("undefined");
    }

    @Test
    void aNetworkIsCreatedByTheForm() {
        browser.open(console.page("/networks/new?template=data-bridge"));
        type("metadata.name", "dev-bridge");
        type("metadata.namespace", namespace.name());
        type("bridge", "br-dev");
        browser.untilText("#text", "\"bridge\": \"br-dev\"");
        browser.untilText("#node-policy", "br-dev");

        browser.find("#plan").click();
        browser.untilText("#writes-status", "Nothing is written yet.");
        assertThat(browser.text("#writes-result")).contains("+       \"macspoofchk\": true");
        assertThat(config("dev-bridge")).isEmpty();
        accessible();
        shot("writes-plan");
        browser.find("#confirm").click();
        browser.untilText("#writes-status", "Created " + namespace.name() + "/dev-bridge.");
        assertThat(config("dev-bridge")).contains("\"macspoofchk\": true");
        browser.find("#writes-result a").click();
        browser.untilText("tbody", "dev-bridge");
    }

    @Test
    void whatWasShownIsForgottenWithTheNextKey() {
        draft(NETWORK.formatted("typed", "7"), "#added", "br9");
        browser.find("#plan").click();
        assertThat(browser.find("#confirm").getText()).isEqualTo("Create " + namespace.name() + "/typed");
        browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "# more");
        browser.until(
                "the plan is gone", () -> Optional.of(browser.text("#writes")).filter(it -> !it.contains("typed")));
        assertThat(config("typed")).isEmpty();
    }

    @Test
    void aDenialIsShownAsText() {
        draft(NETWORK.formatted("malformed", ATTACK), "#findings", "<img");
        browser.find("#plan").click();
        browser.untilText("#writes-status", "An admission webhook of the cluster denies this.");
        assertThat(browser.text("#writes-result")).contains("denied the request: MH", "<img src=x onerror", "Why MH");
        accessible();
        shot("writes-denied");
    }

    @Test
    void aConflictIsShownAndNothingIsOverwritten() {
        namespace.kubectl().apply(NETWORK.formatted("contested", "7")).orThrow("Making a network");
        edit("contested");
        type("vlan", "8");
        browser.untilText("#text", "\"vlan\": 8");
        browser.untilText("#status", "No findings.");
        browser.find("#plan").click();
        browser.untilText("#writes-result", "Changes of the object in the cluster");
        namespace
                .kubectl()
                .run("label", "net-attach-def", "contested", "someone=else")
                .orThrow("Labelling");

        browser.find("#confirm").click();
        browser.untilText("#writes-status", "was changed by someone else after you opened it");
        assertThat(browser.text("#writes-result"))
                .contains("-     someone: else")
                .contains("\"vlan\": 8");
        assertThat(config("contested")).contains("\"vlan\": 7");
        shot("writes-conflict");
        browser.find("#reload").click();
        browser.untilText("#text", "someone");
        assertThat(browser.text("#text")).contains("\"vlan\": 7");
    }

    @Test
    void aNetworkIsDeletedAfterItsUsersWereShown() {
        namespace.kubectl().apply(NETWORK.formatted("removed", "7")).orThrow("Making a network");
        namespace.kubectl().apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: removed}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """).orThrow("Making a pod");
        edit("removed");
        browser.find("#plan-deletion").click();
        browser.untilText("#writes-result", "Pod " + namespace.name() + "/web");
        assertThat(config("removed")).isNotEmpty();
        accessible();
        shot("writes-deletion");
        browser.find("#confirm").click();
        browser.untilText("#writes-status", "Deleted " + namespace.name() + "/removed.");
        assertThat(config("removed")).isEmpty();
    }

    @Test
    void whoMayNotWriteIsToldAndKeepsTheDraft() throws IOException {
        String account = "--serviceaccount=" + namespace.name() + ":reader";
        namespace.kubectl().run("create", "serviceaccount", "reader").orThrow("Making an account");
        namespace
                .kubectl()
                .run("create", "rolebinding", "reader", "--clusterrole=view", account)
                .orThrow("Binding it");
        try (RunningConsole theirs = RunningConsole.onCluster(as(token()), "--allow-writes")) {
            browser.open(theirs.link().toString());
            browser.open(theirs.page("/networks/new?type=bridge"));
            browser.find("#plan").click();
            browser.untilText("#writes-status", "You may not create networks in namespace");
            assertThat(browser.text("#writes-status")).contains("Drafts are still checked, and can be downloaded.");
            assertThat(browser.text("#text")).contains("NetworkAttachmentDefinition");
        }
    }

    private String token() {
        return namespace
                .kubectl()
                .run("create", "token", "reader")
                .orThrow("Asking for a token")
                .strip();
    }

    private Path as(String token) throws IOException {
        ObjectNode config = (ObjectNode) YAML.readTree(cluster.controlPlane().kubeconfigYaml());
        config.withArray("users")
                .forEach(user ->
                        ((ObjectNode) user).set("user", YAML.createObjectNode().put("token", token)));
        return Files.writeString(home.resolve("reader"), YAML.writeValueAsString(config));
    }

    /// Pasted, since each key would ask the cluster. Returns when that part is there: what the check shows moves
    /// the buttons.
    private void draft(String text, String selector, String part) {
        browser.open(console.page("/networks/new?type=bridge"));
        String named = text.replace("metadata: {", "metadata: {namespace: " + namespace.name() + ", ");
        browser.driver()
                .executeScript(
                        "arguments[0].value = arguments[1];"
                                + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                        browser.find("#text"),
                        named);
        browser.untilText(selector, part);
    }

    private void edit(String name) {
        browser.open(console.page("/networks/edit?namespace=" + namespace.name() + "&name=" + name));
        browser.until(
                "the form is filled",
                () -> Optional.of(browser.text("[name=vlan]")).filter("7"::equals));
    }

    private void type(String field, String value) {
        browser.find("[name='" + field + "']").sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
    }

    // The mode that is not deprecated opens a page of its own to put frames together; ours have none.
    @SuppressWarnings("deprecation")
    private void accessible() {
        assertThat(new AxeBuilder()
                        .setLegacyMode(true)
                        .analyze(browser.driver())
                        .getViolations())
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(it -> it.getHtml()).toList())
                .isEmpty();
    }

    private void shot(String name) {
        browser.screenshot(Path.of("target/console", name + ".png"), 1280);
        browser.show(1280, "light");
    }

    /// Empty for a network that is not there.
    private String config(String name) {
        return namespace
                .kubectl()
                .run("get", "net-attach-def", name, "--ignore-not-found", "--output=jsonpath={.spec.config}")
                .orThrow("Reading " + name);
    }
}
