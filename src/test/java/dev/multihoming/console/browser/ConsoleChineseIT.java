package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.multihoming.core.plugins.KnownPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/// The console in a browser whose person reads Chinese.
class ConsoleChineseIT extends InBrowser {
    private static final String MANIFESTS = """
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
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                  annotations: {k8s.v1.cni.cncf.io/networks: storage}
                spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: shop
              annotations:
                k8s.v1.cni.cncf.io/networks: storage
                k8s.v1.cni.cncf.io/network-status: '[{"name": "shop/old", "interface": "net1", "ips": ["10.30.0.9"]}]'
            spec: {containers: [{name: app, image: registry.example/app}]}
            status: {phase: Running, hostIP: 10.0.0.1}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              annotations: {k8s.v1.cni.cncf.io/networks: ledger/fabric}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    /// Names and terms that Chinese texts keep.
    private static final Set<String> KEPT = Set.of(
            "multihoming", "YAML", "IPAM", "MAC", "MTU", "VLAN", "VRF", "Pod", "English", "Deployment", "shop", "web");

    /// Names of rules, networks, links, addresses and files.
    private static final Pattern NAME = Pattern.compile("\\S*[0-9:/.@-]\\S*|storage|control");

    /// What a person reads, or hears, that is not marked as English and is no code.
    private static final String TEXTS = """
            const found = new Set();
            const isKept = (it) => it.closest('[lang=en], code, pre, textarea, script, option, datalist');
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.parentElement;
              if (!isKept(at) && at.checkVisibility()) found.add(walker.currentNode.textContent.trim());
            }
            for (const it of document.querySelectorAll('[aria-label], [data-label], [title], [placeholder]')) {
              if (isKept(it)) continue;
              for (const name of ['aria-label', 'data-label', 'title', 'placeholder']) found.add(it.getAttribute(name) ?? '');
            }
            found.add(document.title.replace(' - multihoming', ''));
            return [...found].filter((it) => /[a-z]/i.test(it));
            """;

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|of|is|are|and|or|not|no|to|for|with|this|that|it|from|by|network|networks|pods|page|line|why)\\b");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        browser.prefer("zh-CN,zh");
        Files.writeString(directory.resolve("shop.yaml"), MANIFESTS);
        console = RunningConsole.on(directory, "shop.yaml");
        browser.open(console.link().toString());
    }

    @BeforeEach
    void withoutDrafts() {
        begin("/networks", 1280);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/networks",
                "/networks?name=absent",
                "/networks?by=segment",
                "/networks?by=segment&shared=on&name=absent",
                "/overview",
                "/policies",
                "/policies?namespace=shop",
                "/policies/new",
                "/policies/new?kind=exemption&name=move",
                "/what-if",
                "/networks/new",
                "/networks/new?template=data-bridge",
                "/networks/new?template=data-sriov",
                "/networks/new?type=ovn-k8s-cni-overlay",
                "/networks/edit?namespace=shop&name=control",
                "/networks/details?namespace=shop&name=storage",
                "/networks/details?namespace=shop&name=control",
                "/workloads",
                "/workloads?name=absent",
                "/attach?kind=Deployment&namespace=shop&name=web",
                "/attach",
                "/try",
                "/rules",
                "/rules?contains=absent",
                "/rules/MH105"
            })
    void noPageShowsEnglishThatIsNotMarked(String path) {
        open(path);
        Set<String> kept = new HashSet<>(KEPT);
        kept.addAll(KnownPlugins.types());
        kept.addAll(KnownPlugins.ipamTypes());
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("zh-CN");
        assertThat((List<?>) browser.run(TEXTS))
                .extracting(String::valueOf)
                .filteredOn(it -> !kept.contains(it))
                .map(it -> NAME.matcher(it).replaceAll("").strip())
                .filteredOn(it -> !it.isEmpty()
                        && (ENGLISH.matcher(it).find() || !HAN.matcher(it).find()))
                .isEmpty();
    }

    @Test
    void findingsHaveTheirRuleInChineseBesideTheWordsOfTheWebhook() {
        open("/try");
        assertThat(browser.text("#status")).matches("\\d 个问题。");
        assertThat(browser.text(".finding .label")).isEqualTo("拒绝");
        assertThat(browser.text(".finding p[lang=en]")).contains("is a network of namespace \"ledger\"");
        assertThat(browser.text(".finding .local")).contains("Pod 选择了另一个命名空间的网络。", "NetworkAttachmentDefinition");
        assertThat(browser.find("#check").getDomAttribute("lang")).isEqualTo("en");
        browser.driver().findElement(By.linkText("原因：MH105"));
        open("/networks/details?namespace=shop&name=control");
        assertThat(browser.text(".finding .local")).contains("网络配置中某个字段的类型或值会被 Multus 或插件拒绝。");
        open("/rules/MH105");
        assertThat(browser.text("main")).contains("处理办法", "Pod 选择了另一个命名空间的网络。", "Why");
        open("/rules?contains=命名空间的网络");
        assertThat(browser.text("tbody")).contains("MH105", "MH301").doesNotContain("MH101");
    }

    @Test
    void theTablesOfWhatIfAreInChinese() {
        open("/what-if?rule=*&mode=Off");
        browser.find("#proposal .primary").click();
        browser.untilText("#outcome-status", "0 个对象将被新拒绝");
        assertThat(browser.find("#outcome-status").getDomAttribute("lang")).isNull();
        assertThat(browser.text("#outcome"))
                .contains("当前", "拟议", "在终端中得到相同结果：", "multihoming policy diff")
                .doesNotContain("Current", "Proposed", "Newly", "NAMESPACE", "Namespace");
    }

    @Test
    void theSwitchIsRemembered() {
        open("/networks?namespace=shop");
        browser.driver().findElement(By.linkText("English")).click();
        browser.untilText("h1", "Networks");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/networks?namespace=shop");
        browser.open(console.page("/try"));
        browser.untilText("#status", "Type or paste YAML.");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
        browser.driver().findElement(By.linkText("中文")).click();
        browser.untilText("#status", "请输入或粘贴 YAML。");
        browser.driver().manage().deleteCookieNamed("multihoming-language");
    }

    @Test
    @SuppressWarnings("deprecation")
    void pagesAreAccessible() {
        browser.show(1024, "light");
        for (String path : List.of(
                "/networks",
                "/networks/new",
                "/networks/new?template=data-bridge",
                "/networks/details?namespace=shop&name=control",
                "/workloads",
                "/attach?kind=Deployment&namespace=shop&name=web",
                "/try",
                "/rules",
                "/rules/MH105")) {
            open(path);
            assertThat(new AxeBuilder()
                            .setLegacyMode(true)
                            .analyze(browser.driver())
                            .getViolations())
                    .as(path)
                    .extracting(rule -> rule.getId() + " "
                            + rule.getNodes().stream().map(it -> it.getHtml()).toList())
                    .isEmpty();
        }
    }

    /// Into target; a person copies it into docs, from a machine with a Chinese font.
    @Test
    void screenshots() {
        for (String path : List.of("/networks/new?template=data-bridge", "/try", "/rules/MH105", "/workloads")) {
            open(path);
            Path file = Path.of("target/console", "zh" + path.replaceAll("[^a-zA-Z0-9]+", "-") + ".png");
            browser.screenshot(file, 1280);
            assertThat(file).isNotEmptyFile();
            browser.show(1280, "light");
        }
    }

    @Override
    void open(String path) {
        super.open(path);
        if (path.equals("/try")) {
            browser.driver().executeScript("sessionStorage.clear()");
            browser.find("#text").sendKeys(POD);
            browser.untilText("#explain", "Verdict");
            browser.untilText("#findings", "MH105");
        } else if (path.contains("template=")
                || path.contains("type=")
                || path.contains("edit")
                || path.startsWith("/attach?kind=")) {
            browser.untilText("#status", "问题");
        }
    }
}
