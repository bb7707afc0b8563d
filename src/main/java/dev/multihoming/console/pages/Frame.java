package dev.multihoming.console.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/// What every page has around its content.
final class Frame {
    private static final Map<String, String> NAVIGATION = navigation();

    private Frame() {}

    static String of(String title, Html content) {
        Html page = new Html()
                .tag("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .text(title + " - multihoming")
                .tag("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .tag("<link rel=\"stylesheet\" href=\"/console.css\">")
                .tag("<script type=\"module\" src=\"/console.js\"></script></head><body>")
                .tag("<a class=\"skip\" href=\"#content\">Skip to content</a>")
                .tag("<header><strong>multihoming</strong><nav aria-label=\"Pages\">");
        NAVIGATION.forEach((path, name) -> page.tag("<a href=\"" + path + "\"")
                .tag(name.equals(title) ? " aria-current=\"page\">" : ">")
                .text(name)
                .tag("</a>"));
        return page.tag("</nav></header><main id=\"content\"><h1>")
                .text(title)
                .tag("</h1>")
                .tag(content.toString())
                .tag("</main></body></html>")
                .toString();
    }

    private static Map<String, String> navigation() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/networks", "Networks");
        pages.put("/networks/new", "New network");
        pages.put("/try", "Try it");
        pages.put("/rules", "Rules");
        return pages;
    }
}
