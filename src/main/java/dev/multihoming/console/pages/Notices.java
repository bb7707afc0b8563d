package dev.multihoming.console.pages;

import java.util.List;

/// What could not be read, above what could.
final class Notices {
    private Notices() {}

    static void add(Html page, List<String> sentences) {
        sentences.forEach(
                it -> page.tag("<p class=\"alert warning\">").fromEngine(it).tag("</p>"));
    }
}
