package dev.multihoming.console.pages;

/// HTML in the making. Text and attribute values are escaped; only [#tag] writes markup.
final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Markup of ours: never a text that comes from elsewhere.
    Html tag(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// A text of the pages, in the language of the reader.
    Html say(String key, Object... values) {
        return text(Texts.of(key, values));
    }

    /// A text that the engine has in English: translated where that is possible, else marked as English.
    Html fromEngine(String english) {
        return Texts.found(english)
                .map(this::text)
                .orElseGet(() -> tag("<span lang=\"en\">").text(english).tag("</span>"));
    }

    /// An element that has only text in it.
    Html element(String name, String text) {
        return tag("<" + name + ">").text(text).tag("</" + name + ">");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
