package dev.multihoming.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.PolicyChanges.Name;
import dev.multihoming.console.engine.PolicyChanges.Proposal;
import dev.multihoming.console.pages.PoliciesPage;
import dev.multihoming.console.pages.PolicyDraftPage;
import dev.multihoming.console.pages.ShownOutcome;
import dev.multihoming.console.pages.WhatIfPage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// The pages about policies and exemptions.
final class PolicyRoutes {
    /// Rows of a table. More are too long to read: the namespace leads to the others.
    private static final int MAX_ROWS = 200;

    private final Supplier<PolicyChanges> policies;
    private final Supplier<Governance> governance;

    /// A comparison reads and judges all objects: one at a time for each session.
    private final Semaphore free = new Semaphore(1);

    PolicyRoutes(Supplier<PolicyChanges> policies, Supplier<Governance> governance) {
        this.policies = policies;
        this.governance = governance;
    }

    /// Empty for a path of another page.
    Optional<Answer> get(String path, Map<String, String> query) {
        return switch (path) {
            case "/policies" ->
                Optional.of(policies(query.getOrDefault("namespace", "").strip()));
            case "/policies/new" -> Optional.of(draft(query));
            case "/what-if" -> Optional.of(whatIf(query));
            default -> Optional.empty();
        };
    }

    private Answer policies(String namespace) {
        return Answer.html(PoliciesPage.of(governance.get().state(namespace, MAX_ROWS), namespace));
    }

    private Answer draft(Map<String, String> query) {
        if (!PolicyDraftPage.isFilledIn(query)) {
            return Answer.html(PolicyDraftPage.of(query, "", ""));
        }
        try {
            return Answer.html(PolicyDraftPage.of(query, governance.get().draft(PolicyDraftPage.draft(query)), ""));
        } catch (Engine.Refused e) {
            return Answer.html(PolicyDraftPage.of(query, "", e.sentence()));
        }
    }

    private Answer whatIf(Map<String, String> query) {
        PolicyChanges all = policies.get();
        Name start = WhatIfPage.start(query);
        Optional<String> text = start.kind().isEmpty() ? Optional.of(drafted(query)) : all.text(start);
        return text.map(it -> Answer.html(WhatIfPage.of(all.existing(), it, query)))
                .orElseGet(() -> Answer.error(404, "There is no such policy or exemption."));
    }

    /// What the form for new ones says; empty where another text is the start.
    private String drafted(Map<String, String> query) {
        Map<String, String> answers = WhatIfPage.answers(query);
        return answers.isEmpty() ? "" : governance.get().draft(PolicyDraftPage.draft(answers));
    }

    /// What is answered as JSON; empty for a path of another page.
    Optional<Object> post(String path, JsonNode asked) {
        return switch (path) {
            case "/api/what-if" ->
                Optional.of(compared(asked, it -> ShownOutcome.of(policies.get().whatIf(it, MAX_ROWS))));
            case "/api/what-if/csv" ->
                Optional.of(compared(asked, it -> Map.of("text", policies.get().csv(it))));
            default -> Optional.empty();
        };
    }

    private <T> T compared(JsonNode asked, Function<Proposal, T> comparison) {
        Proposal proposal = proposal(asked);
        if (proposal.text().length() > WhatIfPage.MAX_TEXT) {
            throw new Engine.Refused(
                    "The YAML of policies has more than %d KiB; leave out what the proposal does not need."
                            .formatted(WhatIfPage.MAX_TEXT / 1024));
        }
        if (!free.tryAcquire()) {
            throw new Engine.Refused("A comparison is still running. Start the next one when it has ended.");
        }
        try {
            return comparison.apply(proposal);
        } finally {
            free.release();
        }
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
