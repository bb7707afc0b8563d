package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Links between the documents, and from alerts to them.
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^(```+)[^\\n]*\\n.*?^\\1 *$");

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            for (String target : targets(document)) {
                links++;
                if (!resolves(document, target)) {
                    dead.add(document + ": " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(300);
    }

    @Test
    void everyAlertLinksItsSection() throws IOException {
        Set<String> headings = anchors(Path.of("docs/monitoring.md"));
        List<JsonNode> alerts = new ArrayList<>();
        new YAMLMapper().readTree(Runbooks.ALERTS.toFile()).findParents("alert").forEach(alerts::add);

        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            String url = alert.at("/annotations/runbook_url").asText();
            assertThat(url).isEqualTo(Runbooks.url(alert.path("alert").asText()));
            assertThat(headings).contains(url.substring(url.indexOf('#') + 1));
        });
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String root : List.of("docs", "certs", "tools", "demo", "src/test/resources/rules/README.md")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        for (String file : List.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md")) {
            documents.add(Path.of(file));
        }
        return documents;
    }

    private static List<String> targets(Path document) throws IOException {
        String prose = FENCED.matcher(Files.readString(document)).replaceAll("");
        return LINK.matcher(prose.replaceAll("`[^`\n]*`", ""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    private static boolean resolves(Path document, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.toAbsolutePath().resolveSibling(parts[0]).normalize();
        if (parts.length == 1) {
            return Files.exists(file);
        }
        return Files.isRegularFile(file) && anchors(file).contains(parts[1]);
    }

    /// As GitHub makes them of headings.
    private static Set<String> anchors(Path document) throws IOException {
        String prose = FENCED.matcher(Files.readString(document)).replaceAll("");
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(prose).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                    .replace(' ', '-');
            String unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        });
        return anchors;
    }
}
