package dev.multihoming.docs;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Every generated document and its text. As a program (`make docs`) it writes them.
public final class GeneratedDocs {
    static final String HEADER = "<!-- Generated from the code and its fixtures by \"make docs\"; do not edit. -->\n\n";
    static final Path RULES = Path.of("docs/rules");

    private GeneratedDocs() {}

    static Map<Path, String> all() {
        Map<String, List<Fixture>> fixtures = Fixtures.all().stream().collect(Collectors.groupingBy(Fixture::code));
        Map<Path, String> documents = new TreeMap<>();
        for (Card card : RuleBook.cards()) {
            RulePage page = new RulePage(card, fixtures.getOrDefault(card.code(), List.of()));
            documents.put(RULES.resolve(card.code() + ".md"), page.markdown());
        }
        documents.put(RULES.resolve("index.md"), index());
        documents.put(Path.of("docs/configuration.md"), ConfigurationTable.markdown());
        documents.put(Path.of("docs/controllers.md"), ControllersPage.markdown());
        documents.put(Path.of("docs/cli.md"), CliPage.markdown("cli.md"));
        documents.put(Path.of("docs/networks.md"), CliPage.markdown("networks.md"));
        documents.put(Runbooks.ALERTS, Runbooks.linked());
        documents.putAll(ManPages.all());
        documents.putAll(Crds.all());
        documents.putAll(SafetyNet.all());
        documents.putAll(ConsoleSamples.all());
        return documents;
    }

    public static void main(String... args) throws IOException {
        for (Map.Entry<Path, String> document : all().entrySet()) {
            Files.createDirectories(document.getKey().toAbsolutePath().getParent());
            Files.writeString(document.getKey(), document.getValue());
        }
    }

    private static String index() {
        String rows = RuleBook.cards().stream()
                .map(card -> "| [%s](%s.md) | %s | %s | %s |%n"
                        .formatted(
                                card.code(), card.code(), card.name(), card.summary(), RulePage.decision(card.mode())))
                .collect(Collectors.joining());
        return HEADER + """
                # Rules

                The page of each rule has examples. A document of kind `Request` in an example describes the request
                (user, operation, settings): it is not a Kubernetes object and is not applied.

                | code | name | finds | built-in policy |
                |---|---|---|---|
                """ + rows;
    }
}
