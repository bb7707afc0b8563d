package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.multihoming.chart.TemplateNode.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a template as text: YAML in blocks, strings double-quoted where they are more than a word.
final class TemplateWriter {
    /// No word that a reader of YAML 1.1 takes for something else than a string.
    private static final Pattern WORD = Pattern.compile(
            "(?!(?i:true|false|null|yes|no|on|off|y|n)$)[A-Za-z_/][A-Za-z0-9_/]*(?:[.:-]+[A-Za-z0-9_/]+)*");

    private TemplateWriter() {}

    static String document(String condition, TemplateNode object) {
        List<String> lines = new ArrayList<>(List.of("---"));
        lines.addAll(block(object, 0));
        return String.join("\n", conditional(condition, lines)) + "\n";
    }

    /// As it stands in a file of values, without its key.
    static String value(JsonNode value) {
        TemplateNode node = TemplateNode.of(value);
        return String.join("\n", isInline(node) ? List.of(inline(node)) : block(node, 0));
    }

    private static List<String> conditional(String condition, List<String> lines) {
        if (condition.isEmpty()) {
            return lines;
        }
        List<String> all = new ArrayList<>(List.of("{{- if " + condition + " }}"));
        all.addAll(lines);
        all.add("{{- end }}");
        return all;
    }

    private static List<String> block(TemplateNode node, int indentation) {
        return node.members().stream()
                .flatMap(member -> conditional(member.condition(), lines(member, indentation)).stream())
                .toList();
    }

    private static List<String> lines(Member member, int indentation) {
        String margin = " ".repeat(indentation);
        if (member.node() instanceof TemplateNode.Splice(String expression)) {
            return List.of(
                    "{{- with %s }}".formatted(expression),
                    margin + "{{- toYaml . | nindent %d }}".formatted(indentation),
                    "{{- end }}");
        }
        String start = margin + (member.key().isEmpty() ? "-" : scalar(member.key()) + ":");
        if (member.node() instanceof TemplateNode.Value(String expression)) {
            return List.of("%s {{- toYaml %s | nindent %d }}".formatted(start, expression, indentation + 2));
        }
        if (isInline(member.node())) {
            return List.of(start + " " + inline(member.node()));
        }
        return nested(start, member, indentation);
    }

    /// The first field of an item stands behind the dash, unless it is conditional.
    private static List<String> nested(String start, Member member, int indentation) {
        List<String> inner = new ArrayList<>(block(member.node(), indentation + 2));
        if (member.key().isEmpty() && !inner.getFirst().startsWith("{{")) {
            inner.set(0, start + inner.getFirst().substring(indentation + 1));
        } else {
            inner.addFirst(start);
        }
        return inner;
    }

    private static boolean isInline(TemplateNode node) {
        return node instanceof TemplateNode.Scalar || node instanceof TemplateNode.Action;
    }

    private static String inline(TemplateNode node) {
        return switch (node) {
            case TemplateNode.Action(String text) -> text;
            case TemplateNode.Scalar(JsonNode value) -> value.isTextual() ? scalar(value.asText()) : value.toString();
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    /// Braces that are meant as braces are given to Helm as strings of its own.
    private static String scalar(String text) {
        if (WORD.matcher(text).matches()) {
            return text;
        }
        String quoted = TextNode.valueOf(text).toString();
        return Pattern.compile("\\{\\{").splitAsStream(quoted).collect(Collectors.joining("{{ \"{{\" }}"));
    }
}
