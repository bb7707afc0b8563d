package dev.multihoming.console.pages;

/// The YAML editor with the findings below it, which the server sends after each key.
final class Editor {
    private Editor() {}

    /// @param draft the name under which the browser keeps the text across a reload; empty for none
    static void add(Html page, String text, String draft) {
        page.tag("<section class=\"editor\"><label for=\"text\">YAML</label><textarea id=\"text\" rows=\"24\"")
                .tag(" spellcheck=\"false\" data-draft=\"")
                .text(draft)
                // A line end after the tag is not part of the text.
                .tag("\">\n")
                .text(text)
                .tag("</textarea><p class=\"actions\"><button id=\"repair\" type=\"button\" disabled>Fix</button>")
                .tag(" <button id=\"download\" type=\"button\">Download</button></p>")
                .tag("<h2>Findings</h2><ul id=\"findings\" aria-live=\"polite\"></ul></section>");
    }
}
