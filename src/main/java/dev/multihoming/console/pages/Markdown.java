package dev.multihoming.console.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages of rules as HTML: the headings, paragraphs, lists, tables and examples that they are written with. All
/// other text is shown as it is.
final class Markdown {
    /// Code, or a link. Pages of other documents are not part of the console, so only the words of a link are shown
    /// unless it leads to a rule.
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\[([^]]+)]\\(([^)]*)\\)|\\*\\*([^*]+)\\*\\*");

    private static final Pattern TITLE = Pattern.compile("(?m)^# (.*)$");

    private static final Pattern RULE = Pattern.compile("(MH[0-9]{3})\\.md");

    private final Html page = new Html();
    private final List<String> paragraph = new ArrayList<>();
    private String open = "";

    /// The first heading; empty for none.
    static String title(String markdown) {
        Matcher title = TITLE.matcher(markdown);
        return title.find() ? title.group(1) : "";
    }

    String html(String markdown) {
        boolean isExample = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                close("");
                page.tag(isExample ? "</code></pre>" : "<pre tabindex=\"0\" aria-label=\"Example\"><code>");
                isExample = !isExample;
            } else if (isExample) {
                page.text(line + "\n");
            } else {
                line(line);
            }
        }
        close("");
        return page.tag(isExample ? "</code></pre>" : "").toString();
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("<!--")) {
            close("");
        } else if (line.startsWith("#")) {
            close("");
            heading(line);
        } else if (line.startsWith("|")) {
            row(line);
        } else if (line.startsWith("* ") || line.startsWith("- ")) {
            flush();
            open("ul");
            page.tag("<li>");
            inline(line.substring(2));
            page.tag("</li>");
        } else {
            close("p");
            paragraph.add(line.strip());
        }
    }

    /// The page shows its title itself.
    private void heading(String line) {
        if (!line.startsWith("# ")) {
            page.tag("<h2>");
            inline(line.replaceFirst("^#+ *", ""));
            page.tag("</h2>");
        }
    }

    private void row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        List<String> inner = cells.subList(1, Math.max(1, cells.size() - 1));
        boolean isFirst = !open.equals("table");
        flush();
        open("table");
        if (inner.stream().allMatch(it -> it.matches(":?-+:?"))) {
            return;
        }
        page.tag("<tr>");
        for (String cell : inner) {
            page.tag(isFirst ? "<th scope=\"col\">" : "<td>");
            inline(cell);
            page.tag(isFirst ? "</th>" : "</td>");
        }
        page.tag("</tr>");
    }

    private void open(String element) {
        if (!open.equals(element)) {
            close(element);
            page.tag("<" + element + ">");
        }
    }

    /// Ends what is open, unless it is that element.
    private void close(String next) {
        if (!next.equals("p")) {
            flush();
        }
        if (!open.equals(next) || next.isEmpty()) {
            page.tag(open.isEmpty() || open.equals("p") ? "" : "</" + open + ">");
            open = next;
        }
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            page.tag("<p>");
            inline(String.join(" ", paragraph));
            page.tag("</p>");
            paragraph.clear();
        }
    }

    private void inline(String text) {
        Matcher found = INLINE.matcher(text);
        int from = 0;
        while (found.find()) {
            page.text(text.substring(from, found.start()));
            if (found.group(1) != null) {
                page.element("code", found.group(1));
            } else if (found.group(2) != null) {
                link(found.group(2), found.group(3));
            } else {
                page.element("strong", found.group(4));
            }
            from = found.end();
        }
        page.text(text.substring(from));
    }

    private void link(String words, String target) {
        Matcher rule = RULE.matcher(target);
        if (rule.matches()) {
            page.tag("<a href=\"/rules/" + rule.group(1) + "\">").text(words).tag("</a>");
        } else {
            page.text(words);
        }
    }
}
