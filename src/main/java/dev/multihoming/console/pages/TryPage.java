package dev.multihoming.console.pages;

/// Check and explain for a pasted text.
public final class TryPage {
    private TryPage() {}

    public static String of() {
        Html page = new Html().tag("<p class=\"lead\">").say("try.lead").tag("</p><div class=\"stack\">");
        Editor.add(page, "", "try", "manifests.yaml");
        Editor.addAdditions(page);
        output(page, "check", "multihoming check", "try.check");
        output(page, "explain", "multihoming explain", "try.explain");
        return Frame.of("Try it", page.tag("</div>"));
    }

    private static void output(Html page, String id, String title, String key) {
        page.tag("<section class=\"card\" aria-labelledby=\"" + id + "-title\"><h2 id=\"" + id + "-title\"><code>")
                .text(title)
                .tag("</code></h2><p class=\"help\">")
                .say(key)
                .tag("</p><pre lang=\"en\" id=\"" + id + "\" tabindex=\"0\" aria-labelledby=\"" + id
                        + "-title\"></pre></section>");
    }
}
