package dev.multihoming.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.pages.AttachPage;
import dev.multihoming.console.pages.NetworkDetailsPage;
import dev.multihoming.console.pages.WorkloadsPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages about what networks give to pods.
///
/// A place for writes: what is attached here may be applied by a page that writes to the cluster.
final class AttachmentRoutes {
    private final Engine engine;

    AttachmentRoutes(Engine engine) {
        this.engine = engine;
    }

    /// Empty for a path of another page.
    Optional<Answer> get(String path, Map<String, String> query) {
        return switch (path) {
            case "/networks/details" -> Optional.of(details(query));
            case "/workloads" -> Optional.of(workloads(query));
            case "/attach" -> Optional.of(attach(query));
            default -> Optional.empty();
        };
    }

    /// What is answered as JSON; empty for a path of another page.
    Optional<Object> post(String path, JsonNode asked) {
        Attachments attachments = engine.attachments();
        String text = asked.path("text").asText();
        return switch (path) {
            case "/api/attach" ->
                Optional.of(Map.of("text", attachments.attach(text, target(asked), selection(asked))));
            case "/api/interfaces" -> Optional.of(AttachPage.shown(attachments.interfaces(text, target(asked))));
            default -> Optional.empty();
        };
    }

    private Answer details(Map<String, String> query) {
        return engine.attachments()
                .network(of(query, "namespace"), of(query, "name"))
                .map(it -> Answer.html(NetworkDetailsPage.of(it)))
                .orElseGet(() -> Answer.error(404, "There is no such network."));
    }

    private Answer workloads(Map<String, String> query) {
        Filter filter = new Filter(of(query, "namespace"), of(query, "name"), of(query, "network"));
        return Answer.html(WorkloadsPage.of(engine.attachments().workloads(filter), filter));
    }

    private Answer attach(Map<String, String> query) {
        Target target = new Target(of(query, "kind"), of(query, "namespace"), of(query, "name"));
        List<String> choices = engine.attachments().choices(target.namespace());
        if (target.kind().isEmpty()) {
            return Answer.html(AttachPage.of(target, "", of(query, "network"), choices));
        }
        return engine.attachments()
                .manifest(target)
                .map(text -> Answer.html(AttachPage.of(target, text, of(query, "network"), choices)))
                .orElseGet(() -> Answer.error(404, "There is no such object."));
    }

    private static Target target(JsonNode asked) {
        return new Target(
                asked.path("kind").asText(),
                asked.path("namespace").asText(),
                asked.path("name").asText());
    }

    private static Selection selection(JsonNode asked) {
        return new Selection(
                asked.path("network").asText(),
                asked.path("interface").asText(),
                asked.path("ips").asText(),
                asked.path("mac").asText());
    }

    private static String of(Map<String, String> query, String key) {
        return query.getOrDefault(key, "");
    }
}
