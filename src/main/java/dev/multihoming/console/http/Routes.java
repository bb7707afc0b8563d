package dev.multihoming.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.pages.NetworksPage;
import dev.multihoming.console.pages.NewNetworkPage;
import dev.multihoming.console.pages.RulesPage;
import dev.multihoming.console.pages.TryPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What each path answers. A path is compared as a whole and never becomes the name of a file.
final class Routes {
    private static final String RULE = "/rules/";
    private static final Map<String, String> STATIC =
            Map.of("/console.css", "text/css; charset=utf-8", "/console.js", "text/javascript; charset=utf-8");
    private static final JsonMapper JSON = new JsonMapper();

    private final Engine engine;

    Routes(Engine engine) {
        this.engine = engine;
    }

    Answer get(String path, Map<String, String> query) {
        return switch (path) {
            case "/" -> Answer.redirect("/networks", Map.of());
            case "/networks" -> Answer.html(NetworksPage.of(engine.networks(), query));
            case "/networks/new" -> Answer.html(NewNetworkPage.of(query.getOrDefault("type", "")));
            case "/networks/edit" -> edit(query);
            case "/try" -> Answer.html(TryPage.of());
            case "/rules" -> Answer.html(RulesPage.list());
            default -> other(path);
        };
    }

    Answer post(String path, byte[] body) {
        try {
            JsonNode asked = JSON.readTree(body);
            return switch (path) {
                case "/api/check" -> json(engine.check(asked.path("text").asText()));
                case "/api/explain" ->
                    json(Map.of("text", engine.explain(asked.path("text").asText())));
                case "/api/draft" -> json(Map.of("text", draft(asked)));
                default -> Answer.error(404, "There is no such page.");
            };
        } catch (Engine.Refused e) {
            return json(Map.of("refused", e.sentence()));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer edit(Map<String, String> query) {
        return engine.network(query.getOrDefault("namespace", ""), query.getOrDefault("name", ""))
                .map(text -> Answer.html(NewNetworkPage.editing(text)))
                .orElseGet(() -> Answer.error(404, "There is no such network."));
    }

    private String draft(JsonNode asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        asked.path("fields").properties().forEach(field -> {
            if (!field.getValue().asText().isEmpty()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return engine.draft(
                asked.path("type").asText(),
                asked.path("namespace").asText(),
                asked.path("name").asText(),
                fields);
    }

    private Answer other(String path) {
        String type = STATIC.get(path);
        if (type != null) {
            return new Answer(200, type, resource("/console" + path), Map.of());
        }
        Optional<String> page =
                path.startsWith(RULE) ? engine.rulePage(path.substring(RULE.length())) : Optional.empty();
        return page.map(it -> Answer.html(RulesPage.one(it)))
                .orElseGet(() -> Answer.error(404, "There is no such page."));
    }

    private static Answer json(Object value) {
        try {
            return Answer.json(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every record can be written", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Routes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
