package dev.multihoming.console.pages;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.Locale;

/// All rules, and the page of each.
public final class RulesPage {
    private RulesPage() {}

    /// Those that a filter leaves.
    ///
    /// @param filter that the code, the name or the summary contains
    public static String list(String filter) {
        String words = filter.toLowerCase(Locale.ROOT);
        List<Card> shown = RuleBook.cards().stream()
                .filter(it -> (it.code() + " " + it.name() + " " + it.summary())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        Html page = new Html()
                .tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\"><label>Rules that contain")
                .tag(" <input autocomplete=\"off\" name=\"contains\" value=\"")
                .text(filter)
                .tag("\"></label><button>Filter</button></form><table role=\"table\"><thead><tr role=\"row\">");
        List.of("Code", "Name", "What it finds")
                .forEach(it -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                        .text(it)
                        .tag("</th>"));
        page.tag("</tr></thead><tbody role=\"rowgroup\">");
        shown.forEach(it -> page.tag("<tr role=\"row\"><td role=\"cell\" data-label=\"Code\"><a href=\"/rules/")
                .text(it.code())
                .tag("\">")
                .text(it.code())
                .tag("</a></td><td role=\"cell\" data-label=\"Name\">")
                .text(it.name())
                .tag("</td><td role=\"cell\" data-label=\"What it finds\">")
                .text(it.summary())
                .tag("</td></tr>"));
        page.tag("</tbody></table>");
        if (shown.isEmpty()) {
            page.tag("<div class=\"empty\"><h2>No rule matches the filter</h2></div>");
        }
        return Frame.of("Rules", page.tag("</section>"));
    }

    public static String one(String code, String markdown) {
        Html page = new Html()
                .tag("<p class=\"lead\"><a href=\"/rules\">All rules</a></p><section class=\"card prose\">")
                .tag(new Markdown().html(markdown))
                .tag("</section>");
        String title = Markdown.title(markdown);
        return Frame.of("Rules", title.isEmpty() ? code : title, page);
    }
}
