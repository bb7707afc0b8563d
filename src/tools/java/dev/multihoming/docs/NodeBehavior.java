package dev.multihoming.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// docs/node-behavior.md, and who cites it: as `node-behavior.md#` with an anchor, further anchors after commas.
final class NodeBehavior {
    static final Path PAGE = Path.of("docs/node-behavior.md");

    private static final Path RULES = Path.of("src/main/java/dev/multihoming/core/rules");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,} (.+)$");
    private static final Pattern CITATION = Pattern.compile("node-behavior\\.md(#[a-z0-9-]+(?:, #[a-z0-9-]+)*)");
    private static final Pattern COMMENT_BREAK = Pattern.compile("\\R[ \\t]*(?:///|//|#)[ \\t]+");

    private NodeBehavior() {}

    /// The headings of the page by their anchors, as GitHub makes them.
    static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(read(PAGE));
        while (heading.find()) {
            String title = heading.group(1);
            if (headings.put(anchor(title), title) != null) {
                throw new IllegalStateException("Two headings have the anchor of \"" + title + "\"");
            }
        }
        return headings;
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    /// The anchors that a text cites, in its order; a comment may break its lines within a citation.
    static List<String> citations(String text) {
        List<String> anchors = new ArrayList<>();
        Matcher citation = CITATION.matcher(COMMENT_BREAK.matcher(text).replaceAll(" "));
        while (citation.find()) {
            for (String anchor : citation.group(1).split(", ", -1)) {
                anchors.add(anchor.substring(1));
            }
        }
        return anchors;
    }

    /// What the source of the rule with that code cites, each once.
    static List<String> citationsOf(String code) {
        try (Stream<Path> rules = Files.walk(RULES)) {
            return rules.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(NodeBehavior::read)
                    .filter(source -> source.contains("code = \"" + code + "\""))
                    .flatMap(source -> citations(source).stream())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
