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
                .filter(it -> (it.code() + " " + it.name() + " " + it.summary() + " " + summary(it))
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        Html page = new Html()
                .tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\"><label>")
                .say("rules.filter")
                .tag(" <input autocomplete=\"off\" name=\"contains\" value=\"")
                .text(filter)
                .tag("\"></label><button>")
                .say("filter.filter")
                .tag("</button></form><table role=\"table\"><thead><tr role=\"row\">");
        List.of("Code", "Name", "What it finds")
                .forEach(it -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                        .fromEngine(it)
                        .tag("</th>"));
        page.tag("</tr></thead><tbody role=\"rowgroup\">");
        shown.forEach(it -> page.tag("<tr role=\"row\"><td role=\"cell\" class=\"short\" data-label=\""
                        + Texts.translated("Code") + "\"><a href=\"/rules/")
                .text(it.code())
                .tag("\">")
                .text(it.code())
                .tag("</a></td><td role=\"cell\" data-label=\"" + Texts.translated("Name") + "\">")
                .text(it.name())
                .tag("</td><td role=\"cell\" data-label=\"" + Texts.translated("What it finds") + "\">")
                .text(summary(it))
                .tag("</td></tr>"));
        page.tag("</tbody></table>");
        if (shown.isEmpty()) {
            page.tag("<div class=\"empty\"><h2>").say("rules.none").tag("</h2></div>");
        }
        return Frame.of("Rules", page.tag("</section>"));
    }

    private static String summary(Card rule) {
        return Texts.rule(rule.code()).map(Texts.RuleText::summary).orElse(rule.summary());
    }

    public static String one(String code, String markdown) {
        Html page = new Html()
                .tag("<p class=\"lead\"><a href=\"/rules\">")
                .say("rules.all")
                .tag("</a></p>");
        page.tag("<div class=\"stack\">");
        RuleWords.addCard(page, code);
        page.tag("<section class=\"card prose\" lang=\"en\">")
                .tag(new Markdown().html(markdown))
                .tag("</section>");
        String title = Markdown.title(markdown);
        return Frame.of("Rules", title.isEmpty() ? code : title, page);
    }
}
