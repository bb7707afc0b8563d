package dev.multihoming.console.pages;

/// Where a network is written into the cluster: first what the API server would do, then the confirmation.
final class WriteCard {
    private WriteCard() {}

    static Html forNew() {
        return card("writes.create", "");
    }

    static Html forExisting(String namespace, String name) {
        String delete = new Html()
                .tag("<button id=\"plan-deletion\" type=\"button\" data-namespace=\"")
                .text(namespace)
                .tag("\" data-name=\"")
                .text(name)
                .tag("\">")
                .say("writes.delete")
                .tag("</button>")
                .toString();
        return card("writes.save", delete);
    }

    /// @param delete the button, which is markup of ours
    private static Html card(String write, String delete) {
        return new Html()
                .tag("<section id=\"writes\" class=\"card\" aria-labelledby=\"writes-title\">")
                .tag("<h2 id=\"writes-title\">")
                .say("writes.cluster")
                .tag("</h2><p class=\"help\">")
                .say("writes.help")
                .tag("</p><p class=\"actions\"><button id=\"plan\" type=\"button\" class=\"primary\">")
                .say(write)
                .tag("</button>")
                .tag(delete)
                .tag("</p><p id=\"writes-status\" role=\"status\"></p>")
                .tag("<div id=\"writes-result\" class=\"stack\"></div></section>")
                .tag("<script type=\"module\" src=\"/writes.js\"></script>");
    }
}
