package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.client.ClusterRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// A cluster as a test writes it: what is not written is not found, and a dry run returns what is sent.
final class WrittenCluster implements ClusterRequests {
    static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Reply> replies = new HashMap<>();
    private BiFunction<String, JsonNode, Reply> dryRuns = (_, object) -> new Reply(201, object, List.of());

    /// @param path without a query
    WrittenCluster on(String path, String yaml) {
        replies.put(path, new Reply(200, yaml(yaml), List.of()));
        return this;
    }

    /// As RBAC says it.
    WrittenCluster forbidden(String path) {
        replies.put(path, refusal("%s is forbidden: User \"a\" cannot list resource \"%s\"".formatted(path, path)));
        return this;
    }

    WrittenCluster dryRuns(BiFunction<String, JsonNode, Reply> answers) {
        dryRuns = answers;
        return this;
    }

    static Reply refusal(String message) {
        return new Reply(403, YAML.createObjectNode().put("message", message), List.of());
    }

    static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a check says of this cluster.
    List<Line> lines(Check check) {
        return check.lines(Installation.read(this, "tenant-a", NOW));
    }

    /// The only thing that a check says.
    Line line(Check check) {
        List<Line> lines = lines(check);
        if (lines.size() != 1) {
            throw new AssertionError("not one line: " + lines);
        }
        return lines.getFirst();
    }

    @Override
    public Reply get(String path) {
        return replies.getOrDefault(path.replaceFirst("\\?.*", ""), new Reply(404, YAML.createObjectNode(), List.of()));
    }

    @Override
    public Reply dryRun(String path, JsonNode object) {
        return dryRuns.apply(path, object);
    }
}
