package dev.multihoming.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.console.pages.NetworkTypesPage;
import dev.multihoming.console.pages.NetworksPage;
import dev.multihoming.console.pages.NewNetworkPage;
import dev.multihoming.console.pages.OverviewPage;
import dev.multihoming.console.pages.RulesPage;
import dev.multihoming.console.pages.SegmentsPage;
import dev.multihoming.console.pages.Texts;
import dev.multihoming.console.pages.Texts.RuleText;
import dev.multihoming.console.pages.TryPage;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NetworkTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each path answers. A path is compared as a whole and never becomes the name of a file.
final class Routes {
    private static final String RULE = "/rules/";
    private static final Map<String, String> STATIC = Map.of(
            "/console.css", "text/css; charset=utf-8",
            "/console.js", "text/javascript; charset=utf-8",
            "/what-if.js", "text/javascript; charset=utf-8",
            "/writes.js", "text/javascript; charset=utf-8",
            "/icon.svg", "image/svg+xml");
    private static final JsonMapper JSON = new JsonMapper();

    private final Engine engine;
    private final AttachmentRoutes attachments;
    private final PolicyRoutes policies;
    private final boolean writable;

    /// @param writable whether pages offer to write into the cluster
    Routes(Engine engine, boolean writable) {
        this.engine = engine;
        this.attachments = new AttachmentRoutes(engine);
        this.policies = new PolicyRoutes(engine::policies, engine::governance);
        this.writable = writable;
    }

    Answer get(String path, Map<String, String> query) {
        return switch (path) {
            case "/" -> Answer.redirect("/networks", Map.of());
            case "/overview" ->
                Answer.html(overview(query.getOrDefault("namespace", "").strip()));
            case "/networks" -> Answer.html(networks(query));
            case "/networks/new" -> create(query);
            case "/networks/edit" -> edit(query);
            case "/try" -> Answer.html(TryPage.of());
            case "/rules" -> Answer.html(RulesPage.list(query.getOrDefault("contains", "")));
            default ->
                attachments.get(path, query).or(() -> policies.get(path, query)).orElseGet(() -> other(path));
        };
    }

    private String overview(String namespace) {
        return OverviewPage.of(engine.overview(namespace), namespace);
    }

    private String networks(Map<String, String> query) {
        if (!SegmentsPage.SEGMENT.equals(query.get("by"))) {
            return NetworksPage.of(engine.networks(NetworksPage.selected(query)), query);
        }
        Topology.Filter filter = SegmentsPage.filter(query);
        return SegmentsPage.of(engine.topology().segments(filter), filter);
    }

    Answer post(String path, byte[] body) {
        try {
            JsonNode asked = JSON.readTree(body);
            return switch (path) {
                case "/api/check" -> json(checked(asked.path("text").asText()));
                case "/api/explain" ->
                    json(Map.of("text", engine.explain(asked.path("text").asText())));
                case "/api/edit" ->
                    json(Map.of(
                            "text",
                            engine.edit(
                                    asked.path("text").asText(),
                                    asked.path("field").asText(),
                                    asked.path("value").asText())));
                default ->
                    attachments
                            .post(path, asked)
                            .or(() -> policies.post(path, asked))
                            .map(Routes::json)
                            .orElseGet(() -> Answer.error(404, "There is no such page."));
            };
        } catch (Engine.Refused e) {
            return json(Map.of("refused", Texts.translated(e.sentence())));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With what the form shows of the text, so that one answer brings all of the page up to date.
    private Checked checked(String text) {
        Engine.Review review = engine.check(text);
        return new Checked(
                review,
                LineDiff.of(text, review.repaired()),
                engine.form(text).orElse(new Engine.Form("", Map.of(), "")),
                Texts.rules(review.findings().stream().map(Engine.Finding::code).toList()));
    }

    /// @param rules of the findings in the language of the reader, by code; empty in English
    private record Checked(
            Engine.Review review, List<LineDiff.Line> added, Engine.Form form, Map<String, RuleText> rules) {}

    private Answer edit(Map<String, String> query) {
        String namespace = query.getOrDefault("namespace", "");
        String name = query.getOrDefault("name", "");
        return engine.network(namespace, name)
                .map(text -> Answer.html(NewNetworkPage.editing(namespace, name, text, engine.form(text), writable)))
                .orElseGet(() -> Answer.error(404, "There is no such network."));
    }

    private Answer create(Map<String, String> query) {
        Optional<NetworkTemplate> template = NetworkTemplate.of(query.getOrDefault("template", ""));
        String type = template.map(NetworkTemplate::type).orElseGet(() -> query.getOrDefault("type", ""));
        if (KnownPlugins.of(type).isEmpty()) {
            return Answer.html(NetworkTypesPage.of());
        }
        String name = template.map(it -> it.purpose().network()).orElse("my-network");
        String text = engine.draft(
                type, "", name, template.map(NetworkTemplate::values).orElseGet(() -> NewNetworkPage.initial(type)));
        return Answer.html(NewNetworkPage.of(type, query.getOrDefault("template", ""), text, writable));
    }

    private Answer other(String path) {
        Optional<Answer> asset = asset(path);
        if (asset.isPresent()) {
            return asset.get();
        }
        Optional<String> page =
                path.startsWith(RULE) ? engine.rulePage(path.substring(RULE.length())) : Optional.empty();
        return page.map(it -> Answer.html(RulesPage.one(path.substring(RULE.length()), it)))
                .orElseGet(() -> Answer.error(404, "There is no such page."));
    }

    /// What pages are shown with, the same for all readers of a language.
    static Optional<Answer> asset(String path) {
        if (path.equals("/texts.js")) {
            String module = "export const texts = " + written(Texts.ofScripts()) + ";\n";
            return Optional.of(new Answer(200, "text/javascript; charset=utf-8", module, Map.of()));
        }
        return Optional.ofNullable(STATIC.get(path))
                .map(type -> new Answer(200, type, resource("/console" + path), Map.of()));
    }

    private static Answer json(Object value) {
        return Answer.json(written(value));
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
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
