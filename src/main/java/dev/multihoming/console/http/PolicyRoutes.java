package dev.multihoming.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.PolicyChanges.Name;
import dev.multihoming.console.engine.PolicyChanges.Proposal;
import dev.multihoming.console.pages.WhatIfPage;
import java.util.Map;
import java.util.Optional;

/// The pages about policies and exemptions.
final class PolicyRoutes {
    /// Rows of a table. More are too long to read: the namespace leads to the others.
    private static final int MAX_ROWS = 200;

    private final Engine engine;

    PolicyRoutes(Engine engine) {
        this.engine = engine;
    }

    /// Empty for a path of another page.
    Optional<Answer> get(String path, Map<String, String> query) {
        return path.equals("/what-if") ? Optional.of(whatIf(query)) : Optional.empty();
    }

    private Answer whatIf(Map<String, String> query) {
        PolicyChanges policies = engine.policies();
        Name start = WhatIfPage.start(query);
        Optional<String> text = start.kind().isEmpty() ? Optional.of("") : policies.text(start);
        return text.map(it -> Answer.html(WhatIfPage.of(policies.existing(), it, query)))
                .orElseGet(() -> Answer.error(404, "There is no such policy or exemption."));
    }

    /// What is answered as JSON; empty for a path of another page.
    Optional<Object> post(String path, JsonNode asked) {
        return switch (path) {
            case "/api/what-if" ->
                Optional.of(WhatIfPage.shown(engine.policies().whatIf(proposal(asked), MAX_ROWS)));
            case "/api/what-if/csv" ->
                Optional.of(Map.of("text", engine.policies().csv(proposal(asked))));
            default -> Optional.empty();
        };
    }

    private static Proposal proposal(JsonNode asked) {
        return new Proposal(
                asked.path("text").asText(),
                asked.path("rule").asText(),
                asked.path("mode").asText(),
                asked.path("without").asText(),
                asked.path("namespace").asText().strip(),
                asked.hasNonNull("notInstalled"));
    }
}
