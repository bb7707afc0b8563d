package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the code says about nodes leads to docs/node-behavior.md, and what stands there was verified.
class NodeBehaviorTest {
    private static final List<String> FOLDERS =
            List.of("src", "docs", "kustomize", "webhook-config", "demo", "tools", "certs");

    private static final Set<String> TEXTS =
            Set.of("java", "md", "yaml", "yml", "json", "sh", "txt", "cel", "go", "properties", "xml");

    /// References to notes that are not part of this repository.
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\b[Ff]acts? [A-J](?:[0-9]|\\b(?![a-z]))|\\bRI" + "G [0-9{]");

    private static final Pattern OWN_LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

    @Test
    void everyCitationLeadsToAHeading() throws IOException {
        Set<String> headings = NodeBehavior.headings().keySet();
        Map<Path, List<String>> dead = new TreeMap<>();
        int citations = 0;
        for (Path file : texts()) {
            List<String> cited = NodeBehavior.citations(NodeBehavior.read(file));
            citations += cited.size();
            List<String> unknown = new ArrayList<>(cited);
            unknown.removeAll(headings);
            if (!unknown.isEmpty()) {
                dead.put(file, unknown);
            }
        }
        assertThat(dead).isEmpty();
        assertThat(citations).isPositive();
    }

    @Test
    void thePageLinksToItsOwnHeadings() {
        Matcher link = OWN_LINK.matcher(NodeBehavior.read(NodeBehavior.PAGE));
        List<String> targets = link.results().map(found -> found.group(1)).toList();
        assertThat(targets).isNotEmpty();
        assertThat(NodeBehavior.headings()).containsKeys(targets.toArray(String[]::new));
    }

    /// A heading that only holds others together says nothing by itself.
    @Test
    void everySectionSaysHowItWasVerified() {
        Set<String> unverified = new TreeSet<>();
        for (String section : NodeBehavior.read(NodeBehavior.PAGE).split("(?m)^#{2,} ", -1)) {
            List<String> lines = section.strip().lines().toList();
            if (!section.startsWith("# ") && lines.size() > 1 && !section.contains("*Verified:*")) {
                unverified.add(lines.getFirst());
            }
        }
        assertThat(unverified).isEmpty();
    }

    @Test
    void nothingRefersToNotesElsewhere() throws IOException {
        Map<Path, List<String>> found = new TreeMap<>();
        for (Path file : texts()) {
            List<String> lines = NodeBehavior.read(file)
                    .lines()
                    .filter(line -> ELSEWHERE.matcher(line).find())
                    .toList();
            if (!lines.isEmpty()) {
                found.put(file, lines);
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile)
                        .filter(NodeBehaviorTest::isText)
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    /// Kept fuzz inputs have no ending, and are not for reading.
    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
