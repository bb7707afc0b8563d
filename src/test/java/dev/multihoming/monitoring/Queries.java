package dev.multihoming.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The PromQL of the alerts and of the dashboard.
final class Queries {
    static final Path FOLDER = Path.of("kustomize/components/monitoring");

    /// A metric and the labels that are asked of it. Whatever else is a word in PromQL has no underscore, or
    /// follows no such prefix.
    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:multihoming|jvm|process)_[a-z0-9_]+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Queries() {}

    /// A series that is asked for, by its name and the names of the labels.
    record Selector(String metric, Set<String> labels) {}

    static JsonNode alerts() {
        return read(FOLDER.resolve("prometheus-rule.yaml"), YAML).required("spec");
    }

    static List<String> ofAlerts() {
        List<String> queries = new ArrayList<>();
        alerts().findValues("expr").forEach(expr -> queries.add(expr.asText()));
        return queries;
    }

    static List<String> ofDashboard() {
        List<String> queries = new ArrayList<>();
        read(FOLDER.resolve("dashboard.json"), new ObjectMapper())
                .findValues("expr")
                .forEach(expr -> queries.add(expr.asText()));
        return queries;
    }

    static Set<Selector> selectors(String query) {
        Set<Selector> selectors = new java.util.HashSet<>();
        Matcher matcher = SELECTOR.matcher(query);
        while (matcher.find()) {
            String labels = matcher.group(2) == null ? "" : matcher.group(2);
            selectors.add(new Selector(
                    matcher.group(1),
                    LABEL.matcher(labels)
                            .results()
                            .map(label -> label.group(1))
                            .collect(Collectors.toCollection(TreeSet::new))));
        }
        return selectors;
    }

    private static JsonNode read(Path file, ObjectMapper mapper) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
