package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.policydiff.OpenRules;
import dev.multihoming.cli.policydiff.PolicyProposal;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.PolicyChanges.Proposal;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A proposal of the console, as `policy diff` takes it.
record ProposedChange(Proposal proposal) {
    /// The policies and exemptions of the text, and what else it holds.
    ///
    /// @throws CannotRun for a text without policies and exemptions
    private DiffInputs pasted() {
        if (proposal.text().isBlank()) {
            return new DiffInputs(List.of(), List.of(), false);
        }
        DiffInputs pasted = DiffInputs.ofInputs(List.of(Input.pasted(proposal.text())));
        if (pasted.policies().isEmpty()) {
            throw new CannotRun("The YAML has no MultiHomingPolicy and no MultiHomingExemption.");
        }
        return pasted;
    }

    /// What is judged: all that the console shows, and what else the text holds.
    ReadableFiles objects(ConsoleRequests requests) {
        return new ReadableFiles(
                Stream.concat(requests.files().stream(), pasted().files().stream())
                        .toList(),
                requests.judging().namespace());
    }

    /// @param objects to judge
    /// @throws CannotRun also for a rule or a mode that does not exist
    PolicyDiffing.Options options(ConsoleRequests requests, FileObjects objects) {
        DiffInputs pasted = pasted();
        JudgingOptions judging = requests.judging();
        return new PolicyDiffing.Options(
                pasted.policies(),
                _ -> objects,
                new PolicyProposal(
                        pasted.proposed(),
                        proposal.without().isEmpty() ? List.of() : List.of(proposal.without()),
                        modes()),
                judging.policyFiles(),
                proposal.notInstalled(),
                namespace(),
                judging.namespace(),
                judging.assumesComplete(),
                Engine.MOST_OBJECTS,
                Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC),
                CountLine.none(),
                judging::failed,
                LiveInventory.Advice.PAGE);
    }

    private @Nullable String namespace() {
        return proposal.namespace().isEmpty() ? null : proposal.namespace();
    }

    private Map<Card, Mode> modes() {
        Map<Card, Mode> modes = new HashMap<>();
        if (!proposal.rule().isEmpty()) {
            Mode mode = mode();
            OpenRules.named(proposal.rule()).forEach(card -> modes.put(card, mode));
        }
        return modes;
    }

    private Mode mode() {
        return Arrays.stream(Mode.values())
                .filter(it -> it.word().equals(proposal.mode()))
                .findFirst()
                .orElseThrow(() -> new CannotRun("Choose the mode that the rule gets: %s."
                        .formatted(Arrays.stream(Mode.values()).map(Mode::word).collect(Collectors.joining(", ")))));
    }

    /// The command that prints the same, where the text is in the file `policy.yaml`.
    String command(ConsoleRequests requests) {
        List<String> words = new ArrayList<>(List.of("multihoming", "policy", "diff"));
        if (!proposal.text().isBlank()) {
            words.add("policy.yaml");
        }
        words.addAll(requests.paths());
        requests.judging().policyFiles().forEach(file -> words.add("--policy=" + file));
        if (!requests.paths().isEmpty() && requests.judging().asksCluster()) {
            words.add("--cluster");
        }
        if (!proposal.rule().isEmpty()) {
            words.add("--rule=" + proposal.rule() + "=" + proposal.mode());
        }
        if (!proposal.without().isEmpty()) {
            words.add("--without=" + proposal.without());
        }
        if (!proposal.namespace().isEmpty()) {
            words.add("--namespace=" + proposal.namespace());
        }
        if (proposal.notInstalled()) {
            words.add("--not-installed");
        }
        return words.stream().map(ProposedChange::quoted).collect(Collectors.joining(" "));
    }

    /// For a shell.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
