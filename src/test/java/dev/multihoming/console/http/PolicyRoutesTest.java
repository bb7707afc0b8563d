package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.pages.WhatIfPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One request for a comparison makes no more than one comparison of bounded size.
class PolicyRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicInteger compared = new AtomicInteger();
    private final PolicyRoutes routes = new PolicyRoutes(Policies::new, () -> new HostileGovernance(""));
    private Runnable meanwhile = () -> {};

    @ParameterizedTest
    @ValueSource(strings = {"/api/what-if", "/api/what-if/csv"})
    void whileOneRunsThereIsNoOther(String path) {
        meanwhile = () -> {
            assertThatThrownBy(() -> routes.post("/api/what-if", text("")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("still running");
            assertThatThrownBy(() -> routes.post("/api/what-if/csv", text(""))).isInstanceOf(Refused.class);
        };
        assertThat(routes.post(path, text(""))).isPresent();
        meanwhile = () -> {
            throw new Refused("No such rule.");
        };
        assertThatThrownBy(() -> routes.post(path, text(""))).hasMessage("No such rule.");
        meanwhile = () -> {};
        assertThat(routes.post(path, text(""))).isPresent();
        assertThat(compared).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/what-if", "/api/what-if/csv"})
    void aLargeTextIsNotRead(String path) {
        assertThat(routes.post(path, text("x".repeat(WhatIfPage.MAX_TEXT)))).isPresent();
        assertThatThrownBy(() -> routes.post(path, text("x".repeat(WhatIfPage.MAX_TEXT + 1))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("256 KiB");
        assertThat(compared).hasValue(1);
    }

    @Test
    void thePageSaysTheLimits() {
        assertThat(routes.get("/what-if", Map.of()).orElseThrow().body())
                .contains("One comparison judges at most 20,000 objects, and one runs at a time.", "256 KiB");
    }

    private static JsonNode text(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    private final class Policies implements PolicyChanges {
        @Override
        public Existing existing() {
            return new Existing(List.of(), List.of());
        }

        @Override
        public Optional<String> text(Name policy) {
            return Optional.empty();
        }

        @Override
        public Outcome whatIf(Proposal proposal, int most) {
            return new Outcome("", "", List.of(), List.of(), csv(proposal), "");
        }

        @Override
        public String csv(Proposal proposal) {
            compared.incrementAndGet();
            meanwhile.run();
            return "";
        }
    }
}
