package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.multihoming.console.engine.Engine.Finding;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Governance.Draft;
import dev.multihoming.console.engine.Governance.Governed;
import dev.multihoming.console.engine.Governance.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the console says of the policies in force, and the policies that its form writes.
class ConsoleGovernanceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private static final String POLICIES = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: everybody}
            spec: {rules: {"*": Audit}}
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: tenants}
            spec:
              priority: 10
              namespaceSelector: {matchLabels: {tenant: blue}}
              extends: absent
              exemptions: {maxDays: 30}
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: lab}
            spec: {namespaces: [lab], rules: {MH104: Enforce}}
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingExemption
            metadata: {name: migration, creationTimestamp: "2026-11-20T12:00:00Z"}
            spec:
              rules: [MH104]
              namespaces: [shop]
              objects: [{kind: Pod, namePrefix: web-}]
              reason: the move
              owner: ops
              expires: "2027-11-20T12:00:00Z"
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingExemption
            metadata: {name: old, creationTimestamp: "2025-11-20T12:00:00Z"}
            spec: {rules: [MH105], namespaces: [lab], reason: r, owner: ops, expires: "2026-01-01T00:00:00Z"}
            """;

    private static final String NAMESPACES = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {tenant: blue}}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: lab}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: rest}}
            """;

    @TempDir
    private Path folder;

    private Governance governance = Consoles.engine().governance();

    @BeforeEach
    void files() throws IOException {
        Path policies = Files.writeString(folder.resolve("policies.yaml"), POLICIES);
        Path namespaces = Files.writeString(folder.resolve("namespaces.yaml"), NAMESPACES);
        ConsoleRequests requests = Consoles.requests(List.of(namespaces.toString()), List.of(policies.toString()));
        governance = new ConsoleGovernance(requests, new PastedText(requests)::ofFiles, CLOCK);
    }

    @Test
    void eachNamespaceSaysWhatGovernsItAndWhy() {
        assertThat(governance.state("", 10).governed())
                .extracting(Governed::namespace, Governed::policy, Governed::because, Governed::others)
                .containsExactly(
                        tuple(
                                "lab",
                                "everybody",
                                List.of(
                                        "the policy is for all namespaces",
                                        "of equal priorities the first name counts"),
                                List.of("lab")),
                        tuple("rest", "everybody", List.of("the policy is for all namespaces"), List.of()),
                        tuple(
                                "shop",
                                "tenants",
                                List.of("its labels fit the policy", "its priority is the highest"),
                                List.of("everybody")));
    }

    @Test
    void policiesStandInTheOrderInWhichTheyGovern() {
        assertThat(governance.state("", 10).policies())
                .extracting(it -> "%s %d %s %s %s %d %s"
                        .formatted(
                                it.name(),
                                it.priority(),
                                it.selects(),
                                it.modes(),
                                it.parent(),
                                it.governs(),
                                it.fault()))
                .containsExactly(
                        "tenants 10 tenant=blue [] absent 1 extends absent, which does not exist",
                        "everybody 0 all namespaces [* Audit]  2 ",
                        "lab 0 lab [MH104 Enforce]  0 ");
    }

    /// The policy of its namespace lets it end after 30 days.
    @Test
    void exemptionsEndWhereAPolicyLetsThemEnd() {
        assertThat(governance.state("", 10).exemptions())
                .extracting(
                        it -> "%s %s %s %s %d".formatted(it.name(), it.rules(), it.subjects(), it.end(), it.daysLeft()))
                .containsExactly(
                        "old [MH105] [namespace lab] 2026-01-01T00:00:00Z -334",
                        "migration [MH104] [namespace shop, Pod/web-*] 2026-12-20T12:00:00Z 20");
        assertThat(governance.state("", 10).governed())
                .extracting(Governed::exemptions)
                .containsExactly(0, 0, 1);
    }

    @Test
    void oneNamespaceIsAskedAbout() {
        State state = governance.state("shop", 10);
        assertThat(state.governed()).extracting(Governed::policy).containsExactly("tenants");
        assertThat(state.exemptions()).hasSize(1);
        assertThat(governance.state("unheard", 10).governed())
                .extracting(Governed::policy)
                .containsExactly("everybody");
        assertThat(governance.state("", 2).namespaces()).isEqualTo(3);
        assertThat(governance.state("", 2).governed()).hasSize(2);
    }

    @Test
    void theFormWritesAPolicyThatIsInForce() {
        String policy = governance.draft(new Draft.OfPolicy(
                "tenants", "a, b", "tenant=blue", "Warn", "MH104 shared-segment", "br1/100-199", "network team"));
        assertThat(policy).isEqualTo("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata:
                  name: tenants
                spec:
                  namespaces:
                  - a
                  - b
                  namespaceSelector:
                    matchLabels:
                      tenant: blue
                  rules:
                    '*': Warn
                    MH104: Enforce
                    shared-segment: Enforce
                  limits:
                    segments:
                    - br1/100-199
                  owner: network team
                """);
        assertThat(codes(policy)).containsExactly("MH504");
    }

    @ParameterizedTest
    @CsvSource({
        "'tenant=blue, kubernetes.io/env=prod', 'tenant: blue\n      kubernetes.io/env: prod\n'",
        "tenant=, 'tenant: \"\"\n'"
    })
    void labelsSelectTogether(String selector, String labels) {
        assertThat(governance.draft(new Draft.OfPolicy("tenants", "", selector, "Warn", "", "", "")))
                .contains("matchLabels:\n      " + labels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tenant!=blue", "tenant", "!tenant", "tenant==blue", "tenant in (a,b)", "-a=b", "a=b-", "a b=c"})
    void conditionsOfOtherFormsAreRefused(String selector) {
        assertThatThrownBy(() -> governance.draft(new Draft.OfPolicy("tenants", "", selector, "Warn", "", "", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("matchExpressions");
    }

    @Test
    void theFormWritesAnExemption() {
        String exemption = governance.draft(new Draft.OfExemption(
                "move", "MH104", "shop", "Pod/web-*, Deployment/web", "storage-admins", "the move", "ops", "14"));
        assertThat(exemption).isEqualTo("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata:
                  name: move
                spec:
                  rules:
                  - MH104
                  namespaces:
                  - shop
                  objects:
                  - kind: Pod
                    namePrefix: web-
                  - kind: Deployment
                    name: web
                  requesters:
                    groups:
                    - storage-admins
                  reason: the move
                  owner: ops
                  expires: "2026-12-14T12:00:00Z"
                """);
        assertThat(codes(exemption)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 14, Pod/a, Enter a name.",
        "a, 0, Pod/a, Write the days",
        "a, 99999, Pod/a, Write the days",
        "a, 1, web, Write an object"
    })
    void answersThatMakeNoneAreRefused(String name, String days, String objects, String why) {
        Draft draft = new Draft.OfExemption(name, "MH104", "", objects, "", "r", "o", days);
        assertThatThrownBy(() -> governance.draft(draft))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private static List<String> codes(String text) {
        return Consoles.engine().check(text).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
