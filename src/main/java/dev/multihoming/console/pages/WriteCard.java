package dev.multihoming.console.pages;

/// Where a network is written into the cluster: first what the API server would do, then the confirmation.
final class WriteCard {
    private WriteCard() {}

    static Html forNew() {
        return card("Create…", "");
    }

    static Html forExisting(String namespace, String name) {
        String delete = new Html()
                .tag("<button id=\"plan-deletion\" type=\"button\" data-namespace=\"")
                .text(namespace)
                .tag("\" data-name=\"")
                .text(name)
                .tag("\">Delete…</button>")
                .toString();
        return card("Save…", delete);
    }

    /// @param delete the button, which is markup of ours
    private static Html card(String write, String delete) {
        return new Html()
                .tag("<section id=\"writes\" class=\"card\" aria-labelledby=\"writes-title\">")
                .tag("<h2 id=\"writes-title\">Cluster</h2><p class=\"help\">")
                .text("The API server first says what it would store. Nothing is written before you confirm that.")
                .tag("</p><p class=\"actions\"><button id=\"plan\" type=\"button\" class=\"primary\">")
                .text(write)
                .tag("</button>")
                .tag(delete)
                .tag("</p><p id=\"writes-status\" role=\"status\"></p>")
                .tag("<div id=\"writes-result\" class=\"stack\"></div></section>")
                .tag("<script type=\"module\" src=\"/writes.js\"></script>");
    }
}
