package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Pages about the network as a whole in chromium, as a person uses them. It also takes their screenshots for docs.
class ConsoleTopologyIT extends InBrowser {
    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s, namespace: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br1", "vlan": %s,
                "ipam": {"type": "host-local", "ranges": [[{"subnet": "%s"}]]}}'
            ---
            """;

    private static final String OTHERS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: uplink, namespace: billing}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "uplink", "type": "macvlan", "master": "eth1.100", "mode": "bridge",
                "ipam": {"type": "whereabouts", "range": "10.20.0.0/24"}}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: of-the-node, namespace: billing}
            spec: {}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                  annotations: {k8s.v1.cni.cncf.io/networks: archive/backup}
                spec:
                  containers: [{name: app, image: registry.example/app}]
            """;

    private static final String POLICY = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: shop-may-use-backup}
            spec:
              namespaces: [shop]
              allowedForeignReferences: [archive/backup]
            """;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        Path folder = Files.createDirectory(directory.resolve("deploy"));
        Files.writeString(
                folder.resolve("networks.yaml"),
                NETWORK.formatted("storage", "shop", 150, "10.1.0.0/24")
                        + NETWORK.formatted("backup", "archive", 150, "10.1.0.0/25")
                        + NETWORK.formatted("control", "shop", 200, "10.2.0.0/24")
                        + OTHERS);
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        console = RunningConsole.on(directory, "deploy");
        browser.open(console.link().toString());
    }

    @BeforeEach
    void withoutDrafts() {
        begin("/networks", 1024);
    }

    /// By keyboard alone.
    @Test
    void networksAreSeenBySegment() {
        Pages.tabTo(browser, "By segment").sendKeys(Keys.ENTER);
        browser.untilText("h1", "Networks by segment");
        assertThat(browser.text("main"))
                .contains("bridge br1, VLAN 150", "bridge br1, VLAN 200", "link eth1, VLAN 100", "not known: ")
                .contains("shared by 2 namespaces", "3 segments, 5 networks.", "by convention");
        Pages.tabTo(browser, "shared").sendKeys(Keys.SPACE);
        Pages.tabTo(browser, "overlaps").sendKeys(Keys.SPACE);
        Pages.tabTo(browser, "users").sendKeys(Keys.SPACE);
        Pages.tabTo(browser, "Filter").sendKeys(Keys.ENTER);
        browser.untilText("main", "1 segment, 2 networks.");
        assertThat(browser.driver().getCurrentUrl()).contains("by=segment", "shared=on", "overlaps=on", "users=on");
        assertThat(browser.text("table"))
                .contains("shop/storage", "archive/backup", "Workloads")
                .doesNotContain("control");
        browser.driver().findElement(By.linkText("storage")).click();
        browser.untilText("h1", "Network: storage");
    }

    /// By keyboard alone.
    @Test
    void theOverviewLeadsToWhatItCounts() {
        Pages.tabTo(browser, "Overview").sendKeys(Keys.ENTER);
        browser.untilText("h1", "Overview");
        assertThat(browser.text("main"))
                .contains("MH105 cross-namespace-network", "Deployment web", "6 existing objects");
        browser.driver().findElement(By.partialLinkText("Shared segments")).sendKeys(Keys.ENTER);
        browser.untilText("main", "1 segment, 2 networks.");
        browser.open(console.page("/overview"));
        browser.find("[name=namespace]").sendKeys("billing" + Keys.ENTER);
        browser.untilText("main", "2 existing objects");
        assertThat(browser.text("main")).doesNotContain("MH105");
    }

    @Test
    void viewsKeepTheFilters() {
        browser.open(console.page("/networks?namespace=shop"));
        browser.driver().findElement(By.linkText("By segment")).click();
        browser.untilText("main", "2 segments, 3 networks.");
        browser.driver().findElement(By.linkText("List")).click();
        browser.untilText("main", "2 networks");
    }

    /// By keyboard alone.
    @Test
    void aRuleInAnotherModeIsCompared() {
        Pages.tabTo(browser, "What if").sendKeys(Keys.ENTER);
        browser.untilText("h1", "What if");
        Pages.tabTo(browser, "rule").sendKeys("MH105");
        Pages.tabTo(browser, "mode").sendKeys("Warn");
        Pages.tabTo(browser, "Compare").sendKeys(Keys.ENTER);
        browser.untilText("#outcome-status", "0 objects newly denied, 1 newly allowed");
        assertThat(browser.text("#outcome"))
                .contains("Newly allowed", "Deployment/web", "denied → warned", "policy diff deploy --rule=MH105=Warn");
        assertThat(browser.driver().getCurrentUrl()).contains("rule=MH105", "mode=Warn");
        browser.find("#what-if-namespace").sendKeys("absent");
        assertThat(browser.find("#outcome").isDisplayed()).isFalse();
        Pages.tabTo(browser, "Compare").sendKeys(Keys.ENTER);
        browser.untilText("#outcome-status", "0 objects newly denied, 0 newly allowed");
    }

    @Test
    void aPolicyIsEditedAndCompared() {
        browser.open(console.page("/what-if?start=MultiHomingPolicy/shop-may-use-backup"));
        assertThat(browser.text("#text")).isEqualTo(POLICY);
        browser.find("#proposal .primary").click();
        browser.untilText("#outcome", "adds MultiHomingPolicy/shop-may-use-backup");
        browser.untilText("#outcome", "Newly allowed");
        browser.find("#text").sendKeys("  rules: {MH999: Warn}\n");
        browser.find("#proposal .primary").click();
        browser.untilText("#outcome-status", "MH999");
        browser.find("#reset").click();
    }

    @Test
    void aProposalThatChangesNothingIsRefused() {
        browser.open(console.page("/what-if"));
        browser.find("#proposal .primary").click();
        browser.untilText("#outcome-status", "Say what to change");
    }

    @ParameterizedTest
    @CsvSource({"light,360", "light,1024", "light,1600", "dark,360", "dark,1024", "dark,1600"})
    void pagesAreAccessible(String scheme, int width) {
        browser.show(width, scheme);
        for (String path : List.of(
                "/overview",
                "/overview?namespace=absent",
                "/networks?by=segment",
                "/networks?by=segment&shared=on&users=on",
                "/networks?by=segment&name=absent")) {
            browser.open(console.page(path));
            Pages.assertAccessible(browser, path);
        }
        compared();
        Pages.assertAccessible(browser, "a comparison");
    }

    /// Into target; a person copies those that are worth it into docs.
    @Test
    void screenshots() {
        shot("segments-light", "/networks?by=segment", "light", 1280);
        shot("segments-dark", "/networks?by=segment&shared=on&users=on", "dark", 1280);
        shot("segments-narrow", "/networks?by=segment", "light", 360);
        shot("overview-light", "/overview", "light", 1280);
        shot("overview-dark", "/overview", "dark", 1280);
        shot("overview-narrow", "/overview", "light", 360);
        comparison("what-if-light", "light", 1280);
        comparison("what-if-dark", "dark", 1280);
        comparison("what-if-narrow", "light", 360);
        assertThat(Path.of("target/console/segments-narrow.png")).isNotEmptyFile();
    }

    private void comparison(String name, String scheme, int width) {
        browser.show(width, scheme);
        compared();
        browser.screenshot(Path.of("target/console", name + ".png"), width);
    }

    private void compared() {
        browser.open(console.page("/what-if?start=MultiHomingPolicy/shop-may-use-backup&rule=MH105&mode=Warn"));
        browser.untilText("#status", "inding");
        browser.find("#proposal .primary").click();
        browser.untilText("#outcome", "Newly allowed");
    }
}
