package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/// A console and a chromium that the tests of a class share. A class starts both before its first test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
    @SuppressWarnings("NullAway.Init")
    RunningConsole console;

    @SuppressWarnings("NullAway.Init")
    Browser browser;

    @AfterAll
    void stop() {
        if (console != null) {
            console.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingFailed() {
        assertThat(browser.errors()).isEmpty();
    }

    /// At that page, in a window of that width, without drafts of other tests.
    void begin(String path, int width) {
        browser.show(width, "light");
        browser.open(console.page(path));
        browser.driver().executeScript("sessionStorage.clear()");
    }

    /// Until the page shows all that it has.
    void open(String path) {
        browser.open(console.page(path));
    }

    /// Into target; a person copies into docs what is worth it.
    void shot(String name, String path, String scheme, int width) {
        browser.show(width, scheme);
        open(path);
        browser.screenshot(Path.of("target/console", name + ".png"), width);
    }
}
