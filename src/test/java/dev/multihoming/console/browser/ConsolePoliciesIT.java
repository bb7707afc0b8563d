package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// Pages about policies and exemptions in chromium, as a person uses them. It also takes their screenshots for docs.
class ConsolePoliciesIT extends InBrowser {
    private static final String POLICIES = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: everybody}
            spec: {rules: {"*": Warn, MH105: Enforce}}
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: tenants}
            spec:
              priority: 10
              namespaceSelector: {matchLabels: {network.example.com/tenant: "yes"}}
              extends: everybody
              limits: {segments: [br1/100-199]}
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingExemption
            metadata: {name: storage-migration}
            spec:
              rules: [MH104]
              namespaces: [shop]
              objects: [{kind: Pod, namePrefix: web-}]
              requesters: {groups: [storage-admins]}
              reason: the storage moves to another network
              owner: storage team
              expires: "THE-END"
            """;

    private static final String NAMESPACES = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {network.example.com/tenant: "yes"}}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: archive, labels: {network.example.com/tenant: "yes"}}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: billing}}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: storage, namespace: billing}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "storage", "type": "bridge", "bridge": "br1", "vlan": 300}'
            """;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        Files.writeString(
                directory.resolve("policies.yaml"),
                POLICIES.replace(
                        "THE-END",
                        Instant.now()
                                .plus(10, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
        Files.writeString(Files.createDirectory(directory.resolve("deploy")).resolve("objects.yaml"), NAMESPACES);
        console = RunningConsole.on(directory, "deploy", "--policy=policies.yaml");
        browser.open(console.link().toString());
    }

    @BeforeEach
    void withoutDrafts() {
        begin("/networks", 1024);
    }

    /// By keyboard alone.
    @Test
    void eachNamespaceShowsItsPolicyAndWhy() {
        Pages.tabTo(browser, "Policies").sendKeys(Keys.ENTER);
        browser.untilText("h1", "Policies");
        assertThat(browser.text("main"))
                .contains("network.example.com/tenant=yes", "* Warn", "its labels fit the policy", "the storage moves")
                .contains("9 days left");
        Pages.tabTo(browser, "namespace").sendKeys("billing" + Keys.ENTER);
        browser.untilText("main", "the policy is for all namespaces");
        assertThat(browser.text("main")).doesNotContain("archive");
        browser.driver().findElement(By.linkText("tenants")).click();
        browser.untilText("h1", "What if");
        assertThat(browser.text("#text")).contains("br1/100-199");
    }

    /// From the answers to what they change, by keyboard alone.
    @Test
    void aPolicyIsWrittenAndCompared() {
        browser.open(console.page("/policies"));
        Pages.tabTo(browser, "New policy").sendKeys(Keys.ENTER);
        browser.untilText("h1", "New policy");
        Pages.tabTo(browser, "name").sendKeys("plan");
        Pages.tabTo(browser, "namespaces").sendKeys("billing");
        Pages.tabTo(browser, "segments").sendKeys("br1/1-99");
        Pages.tabTo(browser, "Write the YAML").sendKeys(Keys.ENTER);
        browser.untilText("#text", "name: plan");
        browser.untilText("#status", "finding");
        browser.driver().findElement(By.linkText("See what it changes")).sendKeys(Keys.ENTER);
        browser.untilText("h1", "What if");
        browser.find("#proposal .primary").sendKeys(Keys.ENTER);
        browser.untilText("#outcome", "adds MultiHomingPolicy/plan");
    }

    @Test
    void answersThatMakeNoExemptionAreExplained() {
        browser.open(console.page("/policies/new?kind=exemption"));
        browser.find("[name=name]").sendKeys("move");
        browser.find("[name=days]").sendKeys("soon" + Keys.ENTER);
        browser.untilText("[role=alert]", "names rules, a reason and an owner");
        browser.find("[name=rules]").sendKeys("MH104");
        browser.find("[name=reason]").sendKeys("the storage moves");
        browser.find("[name=owner]").sendKeys("ops" + Keys.ENTER);
        browser.untilText("[role=alert]", "Write the days until it ends");
        browser.find("[name=days]").clear();
        browser.find("[name=days]").sendKeys("14" + Keys.ENTER);
        browser.untilText("#text", "name: move");
    }

    @ParameterizedTest
    @CsvSource({"light,360", "light,1024", "light,1600", "dark,360", "dark,1024", "dark,1600"})
    void pagesAreAccessible(String scheme, int width) {
        browser.show(width, scheme);
        for (String path : List.of(
                "/policies",
                "/policies?namespace=absent",
                "/policies/new",
                "/policies/new?name=plan&segments=br1/1-99",
                "/policies/new?kind=exemption&name=move&days=soon")) {
            browser.open(console.page(path));
            Pages.assertAccessible(browser, path);
        }
    }

    /// Into target; a person copies those that are worth it into docs.
    @Test
    void screenshots() {
        shot("policies-light", "/policies", "light", 1280);
        shot("policies-dark", "/policies", "dark", 1280);
        shot("policies-narrow", "/policies", "light", 360);
        shot("new-policy-light", "/policies/new?name=plan&namespaces=billing&segments=br1/1-99", "light", 1280);
        assertThat(Path.of("target/console/policies-narrow.png")).isNotEmptyFile();
    }

    @Override
    void open(String path) {
        super.open(path);
        if (path.contains("name=plan")) {
            browser.untilText("#status", "inding");
        }
    }
}
