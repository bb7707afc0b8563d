package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.PolicyChanges.Name;
import dev.multihoming.console.engine.PolicyChanges.Outcome;
import dev.multihoming.console.engine.PolicyChanges.Proposal;
import dev.multihoming.console.engine.PolicyChanges.Row;
import dev.multihoming.console.engine.PolicyChanges.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a change of policies does, on files.
class ConsolePoliciesTest {
    private static final String OBJECTS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: billing, namespace: team-b}
            spec: {config: '{"cniVersion": "1.0.0", "name": "billing", "type": "bridge", "bridge": "br1"}'}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                  annotations: {k8s.v1.cni.cncf.io/networks: team-b/billing}
                spec:
                  containers: [{name: app, image: registry.example/app}]
            """;

    private static final String POLICY = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: lenient}   # for a while
            spec: {namespaces: [team-a], rules: {MH105: %s}}
            """;

    private static final String RENAMED = POLICY.replace("lenient", "strange");

    @TempDir
    private Path folder;

    private PolicyChanges policies;

    @BeforeEach
    void objects() throws IOException {
        Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
        policies = Consoles.engine(folder.toString()).policies();
    }

    private static Proposal proposal(String text, String rule, String mode) {
        return new Proposal(text, rule, mode, "", "", false);
    }

    @ParameterizedTest
    @CsvSource({"Warn,'',''", "Warn,MH105,Enforce", "Audit,*,Enforce", "Warn,*,'\"Off\"'"})
    void itSaysWhatTheCommandSays(String written, String rule, String mode) throws IOException {
        String text = POLICY.formatted(written);
        String word = mode.replace("\"", "");
        Outcome outcome = policies.whatIf(proposal(text, rule, word), Integer.MAX_VALUE);

        Path file = Files.writeString(Files.createTempDirectory(folder, "p").resolve("policy.yaml"), text);
        List<String> options = rule.isEmpty() ? List.of() : List.of("--rule=" + rule + "=" + word);
        String printed = command(file, options, "table");
        assertThat(printed)
                .contains("Current   " + outcome.current() + "\n", "Proposed  " + outcome.proposed() + "\n")
                .endsWith(outcome.summary() + "\n");
        assertThat(printed.lines().filter(line -> line.endsWith(":")).map(line -> line.substring(0, line.length() - 1)))
                .containsExactlyElementsOf(
                        outcome.sections().stream().map(Section::title).toList());
        for (Section section : outcome.sections()) {
            for (Row row : section.rows()) {
                assertThat(printed)
                        .contains(row.cells())
                        .contains(row.message().isEmpty() ? "" : "    " + row.message() + "\n");
            }
        }
        assertThat(policies.csv(proposal(text, rule, word))).isEqualTo(command(file, options, "csv"));
    }

    private String command(Path policy, List<String> options, String format) {
        List<String> words = new ArrayList<>(List.of(
                "policy",
                "diff",
                policy.toString(),
                folder.resolve("objects.yaml").toString(),
                "--output=" + format));
        words.addAll(options);
        return CommandRun.of(words.toArray(String[]::new)).out();
    }

    @Test
    void aRuleInAnotherModeNeedsNoText() {
        Outcome outcome = policies.whatIf(proposal("", "cross-namespace-network", "Warn"), 10);

        assertThat(outcome.summary()).startsWith("0 objects newly denied, 1 newly allowed");
        assertThat(outcome.sections().getFirst().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.rule()).isEqualTo("MH105"));
        assertThat(outcome.command())
                .isEqualTo("multihoming policy diff " + folder + " --rule=cross-namespace-network=Warn");
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Proposal proposal = proposal("", "cross-namespace-network", "Warn");
        Outcome whole = policies.whatIf(proposal, 10);
        Files.writeString(folder.resolve("broken.yaml"), "kind: Pod\na: [");

        Outcome outcome = policies.whatIf(proposal, 10);
        assertThat(outcome.summary()).isEqualTo(whole.summary()).contains("1 newly allowed");
        assertThat(outcome.gaps()).singleElement().asString().contains("broken.yaml");
        assertThat(policies.csv(proposal)).contains("MH105");
    }

    @Test
    void onlyTheFirstRowsAreSent() {
        Section cut = policies.whatIf(proposal("", "*", "Off"), 0).sections().getFirst();

        assertThat(cut.total()).isPositive();
        assertThat(cut.rows()).isEmpty();
    }

    @Test
    void onlyTheObjectsOfANamespaceAreJudged() {
        Outcome elsewhere = policies.whatIf(new Proposal("", "*", "Off", "", "team-b", false), 10);

        assertThat(elsewhere.summary()).startsWith("0 objects newly denied, 0 newly allowed");
    }

    @Test
    void whereNothingIsEnforcedYetTheBuiltInPolicyDeniesAnew() {
        assertThat(policies.whatIf(new Proposal("", "", "", "", "", true), 10).summary())
                .startsWith("1 object newly denied in 1 namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "kind: Pod\napiVersion: v1\nmetadata: {name: a}\n", "a: ["})
    void aTextWithoutPoliciesIsRefused(String text) {
        assertThatThrownBy(() -> policies.whatIf(proposal(text, "", ""), 10)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"MH999,Enforce", "MH105,''", "MH105,Sometimes", "'',''", "MH501,Off"})
    void whatIsNoProposalIsRefused(String rule, String mode) {
        assertThatThrownBy(() -> policies.whatIf(proposal("", rule, mode), 10))
                .isInstanceOf(Refused.class)
                .extracting(it -> ((Refused) it).sentence())
                .asString()
                .endsWith(".");
    }

    @Test
    void policiesOfFilesAreListedAndStartAProposal() throws IOException {
        Files.writeString(
                folder.resolve("policies.yaml"), RENAMED.formatted("Warn") + "---\n" + POLICY.formatted("Audit"));

        assertThat(policies.existing().names())
                .containsExactly(new Name("MultiHomingPolicy", "lenient"), new Name("MultiHomingPolicy", "strange"));
        assertThat(policies.text(new Name("MultiHomingPolicy", "lenient")))
                .isEqualTo(Optional.of(POLICY.formatted("Audit")));
        assertThat(policies.text(new Name("MultiHomingPolicy", "absent"))).isEmpty();
    }
}
