package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Governance.Draft;
import dev.multihoming.core.review.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A form that writes a policy or an exemption. Its answers stand in the URL, and the YAML that they make beside it.
public final class PolicyDraftPage {
    /// The value of the parameter `kind` that asks for an exemption.
    private static final String EXEMPTION = "exemption";

    private final Html page = new Html();
    private final Map<String, String> query;

    private PolicyDraftPage(Map<String, String> query) {
        this.query = query;
    }

    /// What the form says.
    public static Draft draft(Map<String, String> query) {
        return isExemption(query)
                ? new Draft.OfExemption(
                        of(query, "name"),
                        of(query, "rules"),
                        of(query, "namespaces"),
                        of(query, "objects"),
                        of(query, "groups"),
                        of(query, "reason"),
                        of(query, "owner"),
                        of(query, "days"))
                : new Draft.OfPolicy(
                        of(query, "name"),
                        of(query, "namespaces"),
                        of(query, "selector"),
                        of(query, "mode"),
                        of(query, "enforced"),
                        of(query, "segments"),
                        of(query, "owner"));
    }

    /// Whether the form was sent.
    public static boolean isFilledIn(Map<String, String> query) {
        return query.containsKey("name");
    }

    /// The form with its answers.
    ///
    /// @param text that its answers make; empty before it is sent
    /// @param refusal why they make none; empty where they do
    public static String of(Map<String, String> query, String text, String refusal) {
        return new PolicyDraftPage(query).page(text, refusal);
    }

    private String page(String text, String refusal) {
        page.tag("<p class=\"lead\"><a href=\"/policies\">")
                .say("policies.all")
                .tag("</a> ")
                .say(isExemption(query) ? "draft.exemption.lead" : "draft.policy.lead")
                .tag("</p><div class=\"columns\"><form class=\"card\" aria-label=\"")
                .say("draft.form")
                .tag("\">");
        if (!refusal.isEmpty()) {
            page.tag("<p class=\"alert danger\" role=\"alert\">")
                    .fromEngine(refusal)
                    .tag("</p>");
        }
        if (isExemption(query)) {
            page.tag("<input type=\"hidden\" name=\"kind\" value=\"exemption\">");
            List.of("name", "rules", "namespaces", "objects", "groups", "reason", "owner", "days")
                    .forEach(it -> field("draft.exemption." + it, it));
        } else {
            List.of("name", "namespaces", "selector").forEach(it -> field("draft.policy." + it, it));
            modes();
            List.of("enforced", "segments", "owner").forEach(it -> field("draft.policy." + it, it));
        }
        page.tag("<p class=\"actions\"><button class=\"primary\">")
                .say("draft.write")
                .tag("</button></p></form><div class=\"stack\">");
        // Other answers make another text, which must not give way to the edited text of those before.
        Editor.add(
                page, text, "policy-draft:" + text.hashCode(), isExemption(query) ? "exemption.yaml" : "policy.yaml");
        Editor.addAdditions(page);
        if (!text.isEmpty()) {
            page.tag("<p class=\"actions\"><a class=\"button\" href=\"")
                    .text(Links.whatIf(query))
                    .tag("\">")
                    .say("draft.compare")
                    .tag("</a></p>");
        }
        String title = Texts.of(isExemption(query) ? "policies.new-exemption" : "policies.new-policy");
        return Frame.of("Policies", title, page.tag("</div></div>"));
    }

    private void field(String text, String key) {
        label(text, key);
        page.tag("<input autocomplete=\"off\" spellcheck=\"false\" id=\"draft-" + key + "\" name=\"" + key + "\"")
                .tag(key.equals("name") ? " required" : "")
                .tag(" aria-describedby=\"draft-" + key + "-help\" value=\"")
                .text(of(query, key))
                .tag("\">");
        help(text, key);
    }

    private void modes() {
        label("draft.policy.mode", "mode");
        page.tag("<select id=\"draft-mode\" name=\"mode\" aria-describedby=\"draft-mode-help\"><option value=\"\">")
                .say("draft.policy.mode.none")
                .tag("</option>");
        Arrays.stream(Mode.values())
                .map(Mode::word)
                .forEach(it -> page.tag(it.equals(of(query, "mode")) ? "<option selected>" : "<option>")
                        .text(it)
                        .tag("</option>"));
        page.tag("</select>");
        help("draft.policy.mode", "mode");
    }

    private void label(String text, String key) {
        page.tag("<div class=\"field\"><label for=\"draft-" + key + "\">")
                .say(text)
                .tag("</label>");
    }

    private void help(String text, String key) {
        page.tag("<small id=\"draft-" + key + "-help\">").say(text + ".help").tag("</small></div>");
    }

    private static boolean isExemption(Map<String, String> query) {
        return EXEMPTION.equals(query.get("kind"));
    }

    private static String of(Map<String, String> query, String key) {
        return query.getOrDefault(key, "");
    }
}
