package dev.multihoming.console.pages;

/// Check and explain for a pasted text.
public final class TryPage {
    private TryPage() {}

    public static String of() {
        Html page = new Html()
                .tag("<p class=\"lead\">")
                .text("Paste pods, networks, workloads or virtual machines."
                        + " The engine of the webhook checks them. Nothing is created.")
                .tag("</p><div class=\"stack\">");
        Editor.add(page, "", "try", "manifests.yaml");
        Editor.addAdditions(page);
        output(page, "check", "multihoming check", "What this command prints of the text.");
        output(page, "explain", "multihoming explain", "The interfaces of the pods, and what each rule says.");
        return Frame.of("Try it", page.tag("</div>"));
    }

    private static void output(Html page, String id, String title, String sentence) {
        page.tag("<section class=\"card\" aria-labelledby=\"" + id + "-title\"><h2 id=\"" + id + "-title\"><code>")
                .text(title)
                .tag("</code></h2><p class=\"help\">")
                .text(sentence)
                .tag("</p><pre id=\"" + id + "\" tabindex=\"0\" aria-labelledby=\"" + id + "-title\"></pre></section>");
    }
}
