package dev.multihoming.console.pages;

import dev.multihoming.core.rules.RuleBook;

/// All rules, and the page of each.
public final class RulesPage {
    private RulesPage() {}

    public static String list() {
        Html page = new Html().tag("<ul class=\"rules\">");
        RuleBook.cards()
                .forEach(card -> page.tag("<li><a href=\"/rules/")
                        .text(card.code())
                        .tag("\">")
                        .text(card.code() + " " + card.name())
                        .tag("</a> ")
                        .text(card.summary())
                        .tag("</li>"));
        return Frame.of("Rules", page.tag("</ul>"));
    }

    /// The page as its author wrote it: Markdown is made to be read, and needs no renderer of ours.
    public static String one(String markdown) {
        return Frame.of(
                "Rule",
                new Html()
                        .tag("<pre class=\"page\" tabindex=\"0\" aria-label=\"The rule\">")
                        .text(markdown)
                        .tag("</pre>"));
    }
}
