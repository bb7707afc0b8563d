package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/// `multihoming console` in chromium, as a person uses it. It also takes the screenshots of docs/console.md.
class ConsoleIT extends InBrowser {
    private static final String ATTACK = "x\\\"'><img src=x onerror=hacked=1></textarea><script>hacked=1</script>";

    private static final String ATTACH = "/attach?kind=Deployment&namespace=shop&name=web";

    private static final String NETWORKS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: storage, namespace: shop}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "storage", "type": "macvlan", "master": "eth1",
                "mode": "bridge", "ipam": {"type": "whereabouts", "range": "10.20.0.0/24"}}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: control, namespace: shop}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "control", "type": "bridge", "bridge": "br1", "vlan": 4095}'
            """;

    private static final String FABRIC = """
            # Owned by the storage team.
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata:
              labels: {team: storage}
              name: fabric   # do not rename
              namespace: ledger
            spec:
              config: '{"type": "bridge",  "cniVersion": "1.0.0", "unknown": [1], "bridge": "br7", "vlan": 7}'
            """;

    private static final String HOSTILE = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: "%1$s", namespace: "%1$s"}
            spec: {config: '{"type": "<script>hacked=1</script>"}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: "%1$s"
              namespace: "%1$s"
              annotations:
                k8s.v1.cni.cncf.io/networks: '[{"name": "<img src=x onerror=hacked=1>", "mac": "<script>hacked=1</script>"}]'
                k8s.v1.cni.cncf.io/network-status: '[{"name": "<script>hacked=1</script>", "interface": "<script>hacked=1</script>"}]'
            spec: {containers: [{name: app, image: registry.example/app}]}
            """.formatted(ATTACK);

    private static final String WORKLOADS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels:
                    app: web   # the selector
                spec:
                  containers: [{name: app, image: registry.example/app}]
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: database, namespace: shop}
            spec:
              selector: {matchLabels: {app: database}}
              template:
                metadata:
                  labels: {app: database}
                  annotations: {k8s.v1.cni.cncf.io/networks: storage}
                spec:
                  containers: [{name: app, image: registry.example/app}]
            """;

    /// As the API server returns it.
    private static final String RUNNING = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: database-0
              namespace: shop
              uid: "2"
              ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: database, uid: "1", controller: true}]
              annotations:
                k8s.v1.cni.cncf.io/networks: storage
                k8s.v1.cni.cncf.io/network-status: '[{"name": "cbr0", "interface": "eth0", "ips": ["10.244.0.5"], "default": true},
                  {"name": "shop/old-storage", "interface": "net1", "ips": ["10.30.0.9"], "mac": "02:00:00:00:00:01"}]'
            spec: {containers: [{name: app, image: registry.example/app}]}
            status: {phase: Running, hostIP: 10.0.0.1}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              annotations:
                k8s.v1.cni.cncf.io/networks: ledger/fabric
            spec:
              containers: [{name: app, image: registry.example/app}]
            """;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        Path folder = Files.createDirectory(directory.resolve("deploy"));
        Files.writeString(folder.resolve("networks.yaml"), NETWORKS);
        Files.writeString(folder.resolve("fabric.yaml"), FABRIC);
        Files.writeString(folder.resolve("hostile.yaml"), HOSTILE);
        Files.writeString(folder.resolve("workloads.yaml"), WORKLOADS);
        Files.writeString(folder.resolve("running.yaml"), RUNNING);
        console = RunningConsole.on(directory, "deploy");
        browser.open(console.link().toString());
    }

    @BeforeEach
    void withoutDrafts() {
        begin("/networks", 1024);
    }

    @AfterEach
    void noOtherHostWasAsked() {
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith(console.page("/"))
                        || url.startsWith("blob:" + console.page("/"))
                        || url.equals("data:,"));
    }

    @Test
    void networksAreListedAndFiltered() {
        assertThat(browser.text("main")).contains("storage", "macvlan", "whereabouts", "fabric", "4 networks");
        browser.find("[name=namespace]").sendKeys("shop" + Keys.ENTER);
        browser.untilText("main", "2 networks");
        assertThat(browser.driver().getCurrentUrl()).contains("namespace=shop");
        assertThat(browser.text("tbody")).contains("control", "storage").doesNotContain("fabric");
    }

    @Test
    void aBridgeIsDraftedInTheForm() {
        template("data-bridge");
        type("metadata.name", "dev-bridge");
        type("metadata.namespace", "shop");
        type("bridge", "br-dev");
        type("vlan", "300");
        browser.untilText("#text", "\"vlan\": 300");
        assertThat(browser.text("#text")).isEqualTo("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata:
                  name: dev-bridge
                  namespace: shop
                spec:
                  config: |-
                    {
                      "cniVersion": "1.0.0",
                      "name": "dev-bridge",
                      "type": "bridge",
                      "bridge": "br-dev",
                      "vlan": 300
                    }
                """);
        browser.untilText("#added", "+       \"macspoofchk\": true");
        browser.untilText("#node-policy", "name: \"br-dev\"");
        browser.find("#repair").click();
        browser.untilText("#text", "\"macspoofchk\": true");
        browser.until(
                "the form follows the text",
                () -> Optional.of(browser.text("[name=macspoofchk]")).filter("true"::equals));
    }

    @Test
    void aNetworkIsShownWithItsUsersAndTheirInterfaces() {
        browser.find("a[href*='details'][href$='name=storage']").click();
        browser.untilText("h1", "Network: storage");
        assertThat(browser.text("main"))
                .contains("whereabouts", "10.20.0.0/24", "StatefulSet", "database", "new pods of these do not start");
        assertThat(browser.text("pre")).contains("name: storage").doesNotContain("control");
        browser.driver().findElement(By.linkText("Their interfaces")).click();
        browser.untilText("h1", "Workloads");
        assertThat(browser.text("tbody"))
                .contains("database-0", "shop/storage", "on another network", "10.30.0.9", "not reported")
                .doesNotContain("web");
    }

    /// By keyboard alone.
    @Test
    void aNetworkIsAttachedToAWorkload() {
        browser.open(console.page(ATTACH));
        browser.untilText("#status", "finding");
        tabTo("network").sendKeys("storage");
        tabTo("interface").sendKeys("net1");
        tabTo("Attach").sendKeys(Keys.ENTER);
        browser.untilText("#text", "k8s.v1.cni.cncf.io/networks: storage@net1");
        assertThat(browser.text("#text")).isEqualTo(WORKLOADS.replace("app: web   # the selector\n", """
                        app: web   # the selector
                              annotations:
                                k8s.v1.cni.cncf.io/networks: storage@net1
                        """));
        browser.untilText("#predicted", "shop/storage");
        type("ips", "10.20.0.7/24");
        tabTo("Attach").sendKeys(Keys.ENTER);
        browser.untilText("#findings", "MH");
    }

    @Test
    void whatCannotBeAttachedIsTold() {
        browser.open(console.page("/attach?namespace=shop&network=storage"));
        browser.find("#text").sendKeys("a: b");
        tabTo("Attach").sendKeys(Keys.ENTER);
        browser.untilText("#not-attached", "Paste the manifest of a pod, a workload or a virtual machine.");
        browser.find("#reset").click();
    }

    @Test
    void findingsFollowEachKey() {
        template("data-bridge");
        type("vlan", "4095");
        browser.untilText("#findings", "4094");
        browser.find("[name=vlan]").sendKeys(Keys.BACK_SPACE);
        browser.until(
                "the finding is gone",
                () -> Optional.of(browser.text("#findings")).filter(it -> !it.contains("4094")));
        type("vlan", "100abc");
        browser.untilText("#refused", "vlan is a whole number, not \"100abc\".");
        assertThat(browser.text("#text")).contains("\"vlan\": 100\n");
    }

    @Test
    void theFormKeepsAllThatItDoesNotChange() {
        browser.open(console.page("/networks/edit?namespace=ledger&name=fabric"));
        browser.until(
                "the form is filled",
                () -> Optional.of(browser.text("[name=vlan]")).filter("7"::equals));
        type("vlan", "8");
        new Select(browser.find("[name='ipam.type']")).selectByVisibleText("static");
        browser.untilText("#text", "static");
        new Select(browser.find("[name='ipam.type']")).selectByVisibleText("not set");
        browser.until("IPAM is gone", () -> Optional.of(browser.text("#text")).filter(it -> !it.contains("ipam")));
        assertThat(browser.text("#text")).isEqualTo(FABRIC.replace("\"vlan\": 7", "\"vlan\": 8"));
    }

    @Test
    void aDraftSurvivesAReloadAndLeavingAsks() {
        template("external-macvlan");
        assertThat(leavingAsks()).isFalse();
        browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "# mine");
        browser.until("leaving asks", () -> Optional.of(leavingAsks()).filter(it -> it));
        browser.driver().navigate().refresh();
        browser.untilText("#text", "# mine");
        browser.find("#reset").click();
        assertThat(browser.text("#text")).doesNotContain("# mine");
        assertThat(leavingAsks()).isFalse();
    }

    @Test
    void tryItSaysWhatTheWebhookSays() {
        browser.open(console.page("/try"));
        browser.find("#text").sendKeys(POD);
        browser.untilText("#findings", "MH105 cross-namespace-network");
        browser.untilText("#check", "1 would be denied");
        browser.untilText("#explain", "Verdict   denied");
        assertThat(browser.text("#findings"))
                .contains("\"fabric\" is a network of namespace \"ledger\", and the pod is in namespace \"shop\"");
        // Line 7 is that of the annotation.
        browser.untilText("#gutter .denied", "7");
        browser.find("#text").sendKeys(Keys.chord(Keys.CONTROL, Keys.HOME), "# above\n");
        browser.untilText("#gutter .denied", "8");
        assertThat(browser.text("#gutter").lines()).startsWith("1", "2").hasSizeGreaterThan(7);
        browser.find("#findings button").click();
        assertThat(
                        browser.run(
                                "const text = document.getElementById('text'); return text.value.slice(text.selectionStart, text.selectionEnd)"))
                .isEqualTo("    k8s.v1.cni.cncf.io/networks: ledger/fabric");
    }

    @Test
    void textOfTenantsRunsNothing() {
        String name = ATTACK.replace("\\", "");
        WebElement link = browser.driver().findElement(By.partialLinkText("onerror"));
        assertThat(link.getText()).isEqualTo(name);
        link.click();
        browser.untilText("h1", "Network: " + name);
        assertThat(browser.text("main pre")).contains("<script>hacked=1</script>");
        browser.driver().findElement(By.linkText("Edit")).click();
        browser.untilText("#text", "<script>hacked=1</script>");
        browser.untilText("h1", name);
        browser.untilText("#findings", "<script>");
        browser.open(console.page("/workloads?name=onerror"));
        assertThat(browser.text("tbody")).contains(name, "<img src=x", "<script>", "not predicted");
        browser.driver().findElement(By.partialLinkText("Attach a network")).click();
        browser.untilText("h1", name);
        browser.untilText("#remarks", "Multus refuses the annotation");
        browser.open(console.page("/try"));
        browser.find("#text").sendKeys(POD.replace("ledger/fabric", "'<img src=x onerror=hacked=1>'"));
        browser.untilText("#findings", "<img");
        assertThat(browser.run("return String(window.hacked)")).isEqualTo("undefined");
        assertThat(browser.driver().findElements(By.cssSelector("main img"))).isEmpty();
    }

    @Test
    void theKeyboardIsEnough() {
        assertThat(press(Keys.TAB).getText()).isEqualTo("Skip to content");
        tabTo("New network").sendKeys(Keys.ENTER);
        browser.untilText("h1", "New network");
        tabTo("cnv-bridge").sendKeys(Keys.ENTER);
        browser.untilText("h1", "New network: cnv-bridge");
        browser.untilText("[name='metadata.name']", "isolated");
        // The Tab key selects what is there.
        tabTo("metadata.name").sendKeys(Keys.END, "-2");
        browser.untilText("#text", "name: isolated-2");
        tabTo("Discard changes").sendKeys(Keys.ENTER);
        browser.until(
                "the first text is back",
                () -> Optional.of(browser.text("#text")).filter(it -> !it.contains("isolated-2")));
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("text");
    }

    // The mode that is not deprecated opens a page of its own to put frames together; ours have none.
    @SuppressWarnings("deprecation")
    @ParameterizedTest
    @CsvSource({"light,360", "light,1024", "light,1600", "dark,360", "dark,1024", "dark,1600"})
    void pagesAreAccessible(String scheme, int width) {
        browser.show(width, scheme);
        for (String path : List.of(
                "/networks",
                "/networks?name=absent",
                "/networks/new",
                "/networks/new?template=data-bridge",
                "/networks/new?template=data-macvlan",
                "/networks/edit?namespace=shop&name=control",
                "/networks/details?namespace=shop&name=storage",
                "/networks/details?namespace=shop&name=control",
                "/workloads",
                "/workloads?name=absent",
                ATTACH,
                "/attach",
                "/try",
                "/rules",
                "/rules/MH105")) {
            browser.open(console.page(path));
            if (path.equals("/try")) {
                browser.find("#text").sendKeys(POD);
                browser.untilText("#explain", "Verdict");
            } else if (path.contains("template") || path.contains("edit") || path.equals(ATTACH)) {
                browser.untilText("#status", "finding");
            }
            assertThat(new AxeBuilder()
                            .setLegacyMode(true)
                            .analyze(browser.driver())
                            .getViolations())
                    .as(path)
                    .extracting(rule -> rule.getId() + " "
                            + rule.getNodes().stream().map(it -> it.getHtml()).toList())
                    .isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
                    .as("%s is not wider than the window", path)
                    .isEqualTo(0L);
        }
    }

    /// Into target; a person copies those that are worth it into docs.
    @Test
    void screenshots() {
        shot("networks", "/networks?namespace=shop", "light", 1024);
        shot("templates", "/networks/new", "light", 1024);
        shot("new-network-light", "/networks/new?template=data-bridge", "light", 1280);
        shot("new-network-dark", "/networks/new?template=data-bridge", "dark", 1280);
        shot("new-network-narrow", "/networks/new?template=data-bridge", "light", 360);
        shot("network-light", "/networks/details?namespace=shop&name=storage", "light", 1280);
        shot("network-dark", "/networks/details?namespace=shop&name=control", "dark", 1280);
        shot("network-narrow", "/networks/details?namespace=shop&name=storage", "light", 360);
        shot("workloads-light", "/workloads?namespace=shop", "light", 1280);
        shot("workloads-narrow", "/workloads?namespace=shop", "light", 360);
        attached();
        shot("rules", "/rules?contains=bridge", "light", 1024);
        browser.open(console.page("/try"));
        browser.find("#text").sendKeys(POD);
        browser.untilText("#explain", "Verdict");
        browser.show(1024, "dark");
        browser.screenshot(Path.of("target/console/try-dark.png"), 1024);
        assertThat(Path.of("target/console/try-dark.png")).isNotEmptyFile();
    }

    private void attached() {
        browser.show(1280, "light");
        browser.open(console.page(ATTACH));
        browser.untilText("#status", "finding");
        type("network", "storage");
        browser.find("#attach button").click();
        browser.untilText("#predicted", "shop/storage");
        browser.untilText("#text", "networks: storage");
        browser.screenshot(Path.of("target/console/attach-light.png"), 1280);
        browser.find("#reset").click();
    }

    @Override
    void open(String path) {
        super.open(path);
        if (path.contains("template=")) {
            browser.untilText("#node-policy", "kind");
        }
    }

    private void template(String key) {
        browser.open(console.page("/networks/new"));
        browser.find("a[href$='template=" + key + "']").click();
        browser.untilText("#status", "finding");
        browser.until(
                "the form is filled",
                () -> Optional.of(browser.text("[name='metadata.name']")).filter(it -> !it.isEmpty()));
    }

    private void type(String field, String value) {
        WebElement input = browser.find("[name='" + field + "']");
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
    }

    private boolean leavingAsks() {
        return Boolean.TRUE.equals(
                browser.run("return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"));
    }

    private WebElement press(Keys key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
        return browser.driver().switchTo().activeElement();
    }

    /// By the Tab key alone, to what has that text or that name.
    private WebElement tabTo(String wanted) {
        for (int i = 0; i < 60; i++) {
            WebElement at = press(Keys.TAB);
            if (wanted.equals(at.getText()) || wanted.equals(at.getDomAttribute("name"))) {
                return at;
            }
        }
        throw new AssertionError("the Tab key never reaches " + wanted);
    }
}
