package dev.multihoming.console.pages;

/// A rule in another language than English: beside the finding, which stays in the words of the webhook, and above the
/// page of the rule.
final class RuleWords {
    private RuleWords() {}

    /// Beside a finding.
    static void add(Html page, String code) {
        Texts.rule(code)
                .ifPresent(it -> page.tag("<div class=\"local\">")
                        .tag(new Markdown().html(it.summary()))
                        .tag(new Markdown().html(it.remedy()))
                        .tag("</div>"));
    }

    /// Above the page of the rule.
    static void addCard(Html page, String code) {
        Texts.rule(code)
                .ifPresent(it -> page.tag("<section class=\"card prose\"><h2>")
                        .say("rules.finds")
                        .tag("</h2>")
                        .tag(new Markdown().html(it.summary()))
                        .tag("<h2>")
                        .say("rules.remedy")
                        .tag("</h2>")
                        .tag(new Markdown().html(it.remedy()))
                        .tag("</section><p class=\"help\">")
                        .say("rules.english")
                        .tag("</p>"));
    }
}
