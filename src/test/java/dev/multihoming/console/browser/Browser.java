package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A headless chromium. It and its driver are those of the system: nothing is downloaded.
public final class Browser implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile("\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Skips the test where there is no chromium, unless `BROWSER=required`.
    public static Browser start() {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> service = program("chromedriver");
        boolean isThere = chromium.isPresent() && service.isPresent();
        if ("required".equals(System.getenv("BROWSER"))) {
            assertThat(isThere).as("chromium and chromedriver are on the PATH").isTrue();
        }
        assumeTrue(isThere, "skipped: there is no chromium and chromedriver on the PATH");
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow().toFile())
                        .usingAnyFreePort()
                        .build(),
                options(chromium.orElseThrow()));
        driver.manage().timeouts().scriptTimeout(Eventually.PATIENCE);
        return new Browser(driver);
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        options.setCapability("goog:loggingPrefs", logs);
        // Its sandbox does not start for root, as whom CI runs.
        return options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars");
    }

    private static Optional<Path> program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String url) {
        driver.get(url);
    }

    public WebElement find(String selector) {
        return until(
                "there is " + selector,
                () -> driver.findElements(By.cssSelector(selector)).stream().findFirst());
    }

    public void untilText(String selector, String part) {
        until(selector + " has " + part, () -> Optional.of(text(selector)).filter(it -> it.contains(part)));
    }

    /// What a person reads, or has typed.
    public String text(String selector) {
        WebElement element = find(selector);
        return String.valueOf(element.getDomProperty(
                List.of("input", "textarea", "select").contains(element.getTagName()) ? "value" : "innerText"));
    }

    /// Asks again also where the page changes while it is read.
    public <T> T until(String what, Supply<T> supply) {
        return new WebDriverWait(driver, Eventually.PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(what)
                .until(_ -> supply.get().orElse(null));
    }

    /// What is asked again and again.
    @FunctionalInterface
    public interface Supply<T> {
        Optional<T> get();
    }

    /// The whole page in that width and color scheme.
    void show(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        size(width, 800);
    }

    private void size(int width, long height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// Asks for pages in these languages.
    void prefer(String languages) {
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", run("return navigator.userAgent"), "acceptLanguage", languages));
    }

    /// At most three screens of it.
    void screenshot(Path file, int width) {
        long height = ((Number) run("return document.documentElement.scrollHeight")).longValue();
        size(width, Math.min(height, 2_400));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Object run(String script) {
        return Objects.requireNonNull(driver.executeScript(script));
    }

    /// Errors of pages since the last call.
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(it -> it.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /// The URLs that pages asked for since the last call.
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(it -> REQUEST.matcher(it.getMessage()))
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
