package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.ControlPlane;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// `multihoming console-server` in chromium: its login page, and two users in one tab after each other.
@OnControlPlane
class LoginPageIT extends InBrowser {
    private final Cluster cluster;
    private final TestNamespace namespace;

    LoginPageIT(Cluster cluster, TestNamespace namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    @BeforeAll
    void start() throws IOException {
        browser = Browser.start();
        ControlPlane plane = cluster.controlPlane();
        Path authority = Path.of(new YAMLMapper()
                .readTree(plane.kubeconfigYaml())
                .at("/clusters/0/cluster/certificate-authority")
                .asText());
        console = RunningConsole.shared(plane.port(), authority);
    }

    @BeforeEach
    void loggedOut() {
        browser.show(1024, "light");
        browser.open(console.page("/login"));
        browser.driver().manage().deleteAllCookies();
        browser.open(console.page("/login"));
    }

    /// A refused login is answered with 403, which the browser reports as a failure. So this one looks at nothing.
    @Override
    void nothingFailed() {}

    @ParameterizedTest
    @CsvSource({"light,360", "light,1024", "light,1600", "dark,360", "dark,1024", "dark,1600"})
    void theLoginPageIsAccessible(String scheme, int width) {
        browser.show(width, scheme);
        accessible();
        browser.screenshot(Path.of("target/console/login-%s-%d.png".formatted(scheme, width)), width);
        browser.show(width, scheme);
        whereOneTypesFirst().sendKeys("no-such-token" + Keys.ENTER);
        browser.untilText("[role=alert]", "The API server does not accept this token.");
        accessible();
    }

    private void accessible() {
        assertThat(axe()).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
                .as("it is not wider than the window")
                .isEqualTo(0L);
    }

    // As in ConsoleIT.
    @SuppressWarnings("deprecation")
    private java.util.List<String> axe() {
        return new AxeBuilder()
                .setLegacyMode(true).analyze(browser.driver()).getViolations().stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(it -> it.getHtml())
                                        .toList())
                        .toList();
    }

    @Test
    void theKeyboardIsEnough() {
        whereOneTypesFirst().sendKeys(token("keys"), Keys.TAB);
        assertThat(at().getText()).isEqualTo("Log in");
        at().sendKeys(Keys.ENTER);
        browser.untilText("h1", "Networks");
        assertThat(axe()).isEmpty();
        for (int i = 0; i < 20 && !at().getText().equals("Log out"); i++) {
            at().sendKeys(Keys.TAB);
        }
        at().sendKeys(Keys.ENTER);
        browser.untilText("h1", "Log in");
        browser.open(console.page("/networks"));
        browser.untilText("h1", "Log in");
    }

    @Test
    void theDraftOfAUserIsNotThereForTheNextOne() {
        logIn("ann");
        draft("# the draft of ann");
        // As after the end of a session: without logging out.
        browser.driver().manage().deleteAllCookies();
        browser.open(console.page("/login"));
        logIn("bob");
        browser.open(console.page("/try"));
        browser.untilText("#status", "Type or paste YAML.");
        assertThat(browser.text("#text")).isEmpty();
        assertThat(storage()).doesNotContain("ann");

        draft("# the draft of bob");
        browser.driver().navigate().refresh();
        browser.untilText("#text", "# the draft of bob");
        browser.driver().executeScript("document.querySelector('form.visitor').requestSubmit()");
        browser.untilText("h1", "Log in");
        assertThat(storage()).doesNotContain("bob");
    }

    private void draft(String text) {
        browser.open(console.page("/try"));
        browser.find("#text").sendKeys(text);
        browser.until("it is kept", () -> Optional.of(storage()).filter(it -> it.contains(text)));
        // So that leaving does not ask.
        browser.find("#download").click();
    }

    private String storage() {
        return String.valueOf(browser.run("return JSON.stringify({ ...sessionStorage })"));
    }

    private void logIn(String user) {
        whereOneTypesFirst().sendKeys(token(user) + Keys.ENTER);
        browser.untilText("h1", "Networks");
        browser.untilText("form.visitor", user);
    }

    /// The browser moves the focus there when it first draws the page, which can be after the page has loaded.
    private WebElement whereOneTypesFirst() {
        return browser.until(
                "the field of the token has the focus",
                () -> Optional.of(at()).filter(it -> "token".equals(it.getDomAttribute("id"))));
    }

    private WebElement at() {
        return browser.driver().switchTo().activeElement();
    }

    private String token(String name) {
        namespace.kubectl().run("create", "serviceaccount", name).orThrow("Making an account");
        return namespace
                .kubectl()
                .run("create", "token", name)
                .orThrow("Asking for a token")
                .strip();
    }
}
