package dev.multihoming.demo;

import com.fasterxml.jackson.databind.JsonNode;

/// A network that is created in the console: the form, what the webhook adds, the confirmation.
final class ConsoleChapter {
    private static final String TEMPLATE = "/networks/new?template=data-bridge";

    private final Stage stage;

    ConsoleChapter(Stage stage) {
        this.stage = stage;
    }

    void tell() {
        stage.chapter("The same in a browser: the console creates dev-bridge");
        stage.say("\n$ multihoming console --allow-writes");
        try (ConsoleVisit console = ConsoleVisit.open(stage.kubeconfig())) {
            String text = console.textOf(TEMPLATE);
            text = console.typed(text, "metadata.name", "dev-bridge");
            text = console.typed(text, "metadata.namespace", "team-a");
            text = console.typed(text, "bridge", "br-dev");
            stage.say("New network, from a template and three fields of its form:");
            stage.indented(text);
            JsonNode plan = console.plan(text);
            stage.say("\nCreate… asks the API server first (a dry run). It would store this; the webhook adds +:");
            stage.say(lines(plan.path("repairs")));
            stage.expect(
                    "the console shows macspoofchk: true",
                    lines(plan.path("repairs")).contains("+       \"macspoofchk\": true"));
            stage.expect("nothing is written yet", !isThere());
            JsonNode done = console.confirm(plan);
            stage.say("Confirmed: " + done.path("network").asText() + " is created.");
            stage.expect(
                    "exactly that is stored",
                    done.has("verb") && done.path("difference").isEmpty() && isThere());
        }
        stage.kubectl("get", "net-attach-def", "dev-bridge", "-n", "team-a");
    }

    private boolean isThere() {
        return stage.silently("get", "net-attach-def", "dev-bridge", "-n", "team-a")
                .succeeded();
    }

    private static String lines(JsonNode diff) {
        StringBuilder lines = new StringBuilder();
        diff.forEach(it -> lines.append("    ")
                .append(it.path("mark").asText())
                .append(' ')
                .append(it.path("text").asText())
                .append('\n'));
        return lines.toString();
    }
}
