package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.PolicyChanges.Existing;
import dev.multihoming.console.engine.PolicyChanges.Name;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.rules.RuleBook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a change of policies and exemptions does to existing objects.
public final class WhatIfPage {
    /// Of the YAML of policies, in characters: some hundreds of them.
    public static final int MAX_TEXT = 256 * 1024;

    /// Before the keys of a form's answers.
    static final String ANSWER = "draft.";

    private static final String ALL_RULES = "*";

    private final Html page = new Html();
    private final Existing existing;
    private final Map<String, String> query;

    private WhatIfPage(Existing existing, Map<String, String> query) {
        this.existing = existing;
        this.query = query;
    }

    /// The policy whose YAML the page starts with; one with empty parts for none.
    public static Name start(Map<String, String> query) {
        String[] parts = query.getOrDefault("start", "").split("/", 2);
        return parts.length == 2 ? new Name(parts[0], parts[1]) : new Name("", "");
    }

    /// The answers of the form whose text the page starts with; none where it starts with another.
    public static Map<String, String> answers(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(it -> it.getKey().startsWith(ANSWER))
                .collect(Collectors.toMap(it -> it.getKey().substring(ANSWER.length()), Map.Entry::getValue));
    }

    /// The page with nothing compared yet.
    ///
    /// @param text that it starts with
    /// @param query the choices that stand in the URL
    public static String of(Existing existing, String text, Map<String, String> query) {
        return new WhatIfPage(existing, query).page(text);
    }

    private String page(String text) {
        page.tag("<p class=\"lead\">")
                .say("what-if.lead")
                .tag("</p><p class=\"help\">")
                .say("what-if.limits", "%,d".formatted(Engine.MOST_OBJECTS), MAX_TEXT / 1024)
                .tag("</p>");
        Notices.add(page, existing.notices());
        page.tag("<div class=\"columns\">");
        form();
        page.tag("<div class=\"stack\">");
        String start = query.getOrDefault("start", "");
        Editor.add(page, text, "what-if:" + start, "policy.yaml");
        Editor.addAdditions(page);
        page.tag("</div></div><section id=\"outcome\" class=\"card\" hidden aria-labelledby=\"outcome-title\">")
                .tag("<div class=\"head\"><h2 id=\"outcome-title\">")
                .fromEngine("Existing objects")
                .tag("</h2><p class=\"actions\">")
                .tag("<button id=\"csv\" type=\"button\" class=\"plain\">")
                .fromEngine("Download as CSV")
                .tag("</button></p></div>")
                .tag("<div id=\"sections\" class=\"stack\"></div></section>")
                .tag("<script type=\"module\" src=\"/what-if.js\"></script>");
        return Frame.of("What if", page);
    }

    private void form() {
        page.tag("<form id=\"proposal\" class=\"card\" aria-label=\"")
                .text(Texts.translated("Proposal"))
                .tag("\">");
        List<String> names =
                existing.names().stream().map(it -> it.kind() + "/" + it.name()).toList();
        select(
                "start",
                "Start from",
                "what-if.start.none",
                names,
                names,
                "Loads its YAML into the editor, which adds policies and exemptions or replaces those of the same name.");
        List<String> codes = RuleBook.cards().stream()
                .filter(EffectivePolicy::isOpen)
                .map(it -> it.code() + " " + it.name())
                .toList();
        select(
                "rule",
                "Rule",
                "what-if.rule.none",
                concat(
                        ALL_RULES,
                        codes.stream()
                                .map(it -> it.substring(0, it.indexOf(' ')))
                                .toList()),
                concat("* " + Texts.of("what-if.all-rules"), codes),
                "Changes its mode in every policy, and in namespaces without one.");
        List<String> modes = Arrays.stream(Mode.values()).map(Mode::word).toList();
        select("mode", "Mode", "what-if.mode.none", modes, modes, "What becomes of the findings of the rule.");
        select(
                "without",
                "Remove",
                "what-if.without.none",
                names.stream().map(WhatIfPage::shortName).toList(),
                names,
                "A policy or an exemption that would no longer exist.");
        page.tag("<div class=\"field\"><label for=\"what-if-namespace\">")
                .say("filter.namespace")
                .tag("</label>")
                .tag("<input id=\"what-if-namespace\" name=\"namespace\" autocomplete=\"off\" spellcheck=\"false\"")
                .tag(" aria-describedby=\"what-if-namespace-help\" value=\"")
                .text(query.getOrDefault("namespace", ""))
                .tag("\"><small id=\"what-if-namespace-help\">")
                .fromEngine("Judge only the objects of this namespace; of all if it is empty.")
                .tag(
                        "</small></div><p class=\"field\"><label class=\"box\"><input type=\"checkbox\" name=\"notInstalled\"")
                .tag(query.containsKey("notInstalled") ? " checked> " : "> ")
                .fromEngine("Nothing is enforced now")
                .tag("</label></p><p class=\"actions\"><button class=\"primary\">")
                .fromEngine("Compare")
                .tag("</button></p>")
                .tag("<p id=\"outcome-status\" role=\"status\"></p></form>");
    }

    private static List<String> concat(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /// As `--without` tells a policy from an exemption of the same name.
    private static String shortName(String kindAndName) {
        return kindAndName.replace("MultiHomingPolicy/", "policy/").replace("MultiHomingExemption/", "exemption/");
    }

    /// @param none key of the words for no choice
    private void select(String key, String label, String none, List<String> values, List<String> words, String help) {
        String chosen = query.getOrDefault(key, "");
        page.tag("<div class=\"field\"><label for=\"what-if-" + key + "\">")
                .fromEngine(label)
                .tag("</label><select id=\"what-if-" + key + "\" name=\"" + key + "\" aria-describedby=\"what-if-" + key
                        + "-help\"><option value=\"\">")
                .say(none)
                .tag("</option>");
        for (int i = 0; i < values.size(); i++) {
            page.tag("<option value=\"")
                    .text(values.get(i))
                    .tag(values.get(i).equals(chosen) ? "\" selected>" : "\">")
                    .text(words.get(i))
                    .tag("</option>");
        }
        page.tag("</select><small id=\"what-if-" + key + "-help\">")
                .fromEngine(help)
                .tag("</small></div>");
    }
}
