package dev.multihoming.console.pages;

/// Check and explain for a pasted text.
public final class TryPage {
    private TryPage() {}

    public static String of() {
        Html page = new Html()
                .element(
                        "p",
                        "Paste pods, networks or workloads. The webhook's engine checks them; nothing is created.");
        Editor.add(page, "", "try");
        page.tag("<h2>multihoming check</h2><pre id=\"check\" tabindex=\"0\" aria-label=\"check\"></pre>")
                .tag("<h2>multihoming explain</h2><pre id=\"explain\" tabindex=\"0\" aria-label=\"explain\"></pre>");
        return Frame.of("Try it", page);
    }
}
