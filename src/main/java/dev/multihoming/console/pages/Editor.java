package dev.multihoming.console.pages;

/// The YAML editor with the findings below it. The server sends them after each change.
final class Editor {
    private Editor() {}

    /// @param draft the name under which the browser keeps the text across a reload
    /// @param download the name of the file
    static void add(Html page, String text, String draft, String download) {
        page.tag("<section class=\"card editor\" aria-labelledby=\"yaml\"><div class=\"head\">")
                .tag("<h2 id=\"yaml\">YAML</h2><p class=\"actions\">")
                .tag("<button id=\"reset\" type=\"button\" class=\"plain\" disabled>")
                .say("editor.discard")
                .tag("</button>")
                .tag("<button id=\"download\" type=\"button\" data-file=\"")
                .text(download)
                .tag("\">")
                .say("editor.download")
                .tag("</button></p></div>")
                // Its marks repeat what the list of findings says.
                .tag("<div class=\"numbered\"><div id=\"gutter\" aria-hidden=\"true\"></div>")
                .tag("<textarea id=\"text\" aria-labelledby=\"yaml\" rows=\"18\" spellcheck=\"false\"")
                .tag(" autocomplete=\"off\" wrap=\"off\" data-draft=\"")
                .text(draft)
                // A line end after the tag is not part of the text.
                .tag("\">\n")
                .text(text)
                .tag("</textarea></div>")
                .tag("<h2>")
                .say("editor.findings")
                .tag("</h2><p id=\"status\" role=\"status\">")
                .say("js.no-text")
                .tag("</p>")
                .tag("<ul id=\"notices\" class=\"notices\" hidden></ul><ul id=\"findings\"></ul></section>");
    }

    /// What the webhook changes on creation.
    static void addAdditions(Html page) {
        page.tag("<section id=\"additions\" class=\"card\" hidden aria-labelledby=\"additions-title\">")
                .tag("<div class=\"head\"><h2 id=\"additions-title\">")
                .say("editor.additions")
                .tag("</h2><button id=\"repair\" type=\"button\">")
                .say("editor.repair")
                .tag("</button></div><pre id=\"added\" class=\"diff\" tabindex=\"0\" aria-label=\"")
                .say("editor.changes")
                .tag("\"></pre>")
                .tag("</section>");
    }
}
