package dev.multihoming.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// What holds for each page that a browser shows.
final class Pages {
    private Pages() {}

    /// For assistive technology, by axe, and for narrow windows.
    // The mode that is not deprecated opens a page of its own to put frames together; ours have none.
    @SuppressWarnings("deprecation")
    static void assertAccessible(Browser browser, String what) {
        assertThat(new AxeBuilder()
                        .setLegacyMode(true)
                        .analyze(browser.driver())
                        .getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(it -> it.getHtml()).toList())
                .isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
                .as("%s is not wider than the window", what)
                .isEqualTo(0L);
    }

    /// By the Tab key alone, to what has that text or that name.
    static WebElement tabTo(Browser browser, String wanted) {
        for (int i = 0; i < 80; i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement at = browser.driver().switchTo().activeElement();
            if (wanted.equals(at.getText()) || wanted.equals(at.getDomAttribute("name"))) {
                return at;
            }
        }
        throw new AssertionError("the Tab key never reaches " + wanted);
    }
}
