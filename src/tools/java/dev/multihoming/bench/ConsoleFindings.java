package dev.multihoming.bench;

import dev.multihoming.console.browser.Browser;
import dev.multihoming.console.browser.RunningConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// What a person waits for in the console, in a real chromium: the first page, and the findings after a key. With one
/// network, and among as many networks as the first argument says (10,000).
public final class ConsoleFindings {
    private static final int WARM_UP = 40;
    private static final int KEYS = 200;

    /// Notes when the last key was pressed and when the findings after it were painted, by the clock of the page.
    private static final String WATCH = """
            window.bench = { key: 0, shown: 0 };
            addEventListener("keydown", (event) => { bench.key = event.timeStamp; bench.shown = 0; }, true);
            new MutationObserver(() => requestAnimationFrame(() => { bench.shown = performance.now(); }))
                .observe(document.getElementById("status"), { childList: true });
            return true;
            """;

    private static final String WAIT = """
            const done = arguments[0];
            const look = () => bench.shown > 0 ? done(bench.shown - bench.key) : setTimeout(look, 2);
            look();
            """;

    private static final String PAGE = """
            const entry = performance.getEntriesByType("navigation")[0];
            return entry.domContentLoadedEventEnd - entry.startTime;
            """;

    private ConsoleFindings() {}

    public static void main(String... args) throws IOException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        sizes();
        for (int networks : List.of(1, many)) {
            measure(networks);
        }
    }

    private static void measure(int networks) throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "console-");
        Manifests.networks(folder.resolve("networks"), networks);
        long began = System.nanoTime();
        try (RunningConsole console = RunningConsole.on(folder, "networks");
                Browser browser = Browser.start()) {
            tell(networks, "start of the console", List.of((System.nanoTime() - began) / 1e6));
            browser.open(console.link().toString());
            tell(networks, "first page, cold", List.of(number(browser, PAGE)));
            tell(networks, "first page, again", pages(browser, console.page("/networks")));
            browser.open(console.page("/networks/new?template=data-bridge"));
            browser.untilText("#status", "finding");
            browser.run(WATCH);
            tell(networks, "findings after a key in the form", keys(browser, browser.find("[name=vlan]")));
            WebElement editor = browser.find("#text");
            editor.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "# ");
            tell(networks, "findings after a key in the editor", keys(browser, editor));
        }
    }

    private static List<Double> pages(Browser browser, String url) {
        return IntStream.range(0, 20)
                .mapToObj(_ -> {
                    browser.open(url);
                    return number(browser, PAGE);
                })
                .toList();
    }

    /// Digits of a VLAN that is too high and then is not, so that a finding comes and goes.
    private static List<Double> keys(Browser browser, WebElement into) {
        List<Double> all = new ArrayList<>();
        List<CharSequence> keys =
                List.of("4", "0", "9", "5", Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        for (int i = 0; i < WARM_UP + KEYS; i++) {
            into.sendKeys(keys.get(i % keys.size()));
            double waited = ((Number) Objects.requireNonNull(browser.driver().executeAsyncScript(WAIT))).doubleValue();
            if (i >= WARM_UP) {
                all.add(waited);
            }
        }
        return all;
    }

    private static double number(Browser browser, String script) {
        return ((Number) browser.run(script)).doubleValue();
    }

    private static void tell(int networks, String what, List<Double> milliseconds) {
        double[] sorted = milliseconds.stream().mapToDouble(it -> it).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%,6d networks  %-36s p50 %6.0f ms  p95 %6.0f ms  of %d%n",
                networks,
                what,
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)],
                sorted.length);
    }

    /// What a browser loads, as `gzip` packs it.
    private static void sizes() throws IOException {
        long all = 0;
        try (var files = Files.walk(Path.of("src/main/resources/console"))) {
            for (Path file : files.filter(ConsoleFindings::isLoaded).toList()) {
                var packed = new java.io.ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(Files.readAllBytes(file));
                }
                all += packed.size();
            }
        }
        System.out.printf(Locale.ROOT, "scripts, styles and images: %.1f KB, gzipped%n", all / 1000.0);
    }

    private static boolean isLoaded(Path file) {
        return file.toString().matches(".*\\.(js|css|svg)");
    }
}
