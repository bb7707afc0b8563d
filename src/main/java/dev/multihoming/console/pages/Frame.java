package dev.multihoming.console.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/// What every page has around its content: masthead, navigation and title.
final class Frame {
    private static final Map<String, String> NAVIGATION = navigation();

    private Frame() {}

    /// A page that the navigation leads to.
    ///
    /// @param title its name in English, as the navigation has it
    static String of(String title, Html content) {
        return of(title, Texts.translated(title), content);
    }

    /// A page below one that the navigation leads to.
    ///
    /// @param section the name of that one, in English
    /// @param title in the language of the reader
    static String of(String section, String title, Html content) {
        Html page = new Html()
                .tag("<!DOCTYPE html><html lang=\""
                        + PageRequest.current().language().tag() + "\"><head><meta charset=\"utf-8\"><title>")
                .text(title + " - multihoming")
                .tag("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .tag("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/console.css\">")
                .tag("<script type=\"module\" src=\"/console.js\"></script></head><body>")
                .tag("<a class=\"skip\" href=\"#content\">")
                .say("frame.skip")
                .tag("</a>")
                .tag("<header class=\"masthead\"><img src=\"/icon.svg\" alt=\"\" width=\"28\" height=\"28\">")
                .tag("<strong>multihoming</strong>");
        PageRequest.addLanguages(page);
        Visitor.addTo(page);
        page.tag("</header><nav class=\"sidebar\" aria-label=\"")
                .say("frame.pages")
                .tag("\"><ul>");
        NAVIGATION.forEach((path, name) -> page.tag("<li><a href=\"" + path + "\"")
                .tag(name.equals(section) ? " aria-current=\"page\">" : ">")
                .fromEngine(name)
                .tag("</a></li>"));
        return page.tag("</ul></nav><main id=\"content\" tabindex=\"-1\"><h1>")
                .text(title)
                .tag("</h1>")
                .tag(content.toString())
                .tag("</main></body></html>")
                .toString();
    }

    private static Map<String, String> navigation() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/overview", "Overview");
        pages.put("/networks", "Networks");
        pages.put("/networks/new", "New network");
        pages.put("/workloads", "Workloads");
        pages.put("/policies", "Policies");
        pages.put("/what-if", "What if");
        pages.put("/try", "Try it");
        pages.put("/rules", "Rules");
        return pages;
    }
}
