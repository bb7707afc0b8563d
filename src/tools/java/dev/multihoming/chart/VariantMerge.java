package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.chart.TemplateNode.Mapping;
import dev.multihoming.chart.TemplateNode.Member;
import dev.multihoming.chart.TemplateNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The same object in several variants, as one template with conditions where they differ.
final class VariantMerge {
    private VariantMerge() {}

    static TemplateNode of(Map<Variant, JsonNode> values) {
        if (new HashSet<>(values.values()).size() == 1) {
            return TemplateNode.of(values.values().iterator().next());
        }
        if (values.values().stream().allMatch(JsonNode::isObject)) {
            return mapping(values);
        }
        if (values.values().stream().allMatch(JsonNode::isArray)) {
            return sequence(values);
        }
        throw new IllegalArgumentException("cannot be merged: " + values);
    }

    private static TemplateNode mapping(Map<Variant, JsonNode> values) {
        Set<String> keys = new LinkedHashSet<>();
        values.values().forEach(value -> value.fieldNames().forEachRemaining(keys::add));
        List<Member> members = new ArrayList<>();
        for (String key : keys) {
            Map<Variant, JsonNode> having = new LinkedHashMap<>();
            values.forEach((variant, value) -> {
                if (value.has(key)) {
                    having.put(variant, value.path(key));
                }
            });
            members.addAll(alternatives(key, having, values.keySet()));
        }
        return new Mapping(members);
    }

    /// One member where the values can be merged, else one for each value.
    private static List<Member> alternatives(String key, Map<Variant, JsonNode> having, Set<Variant> possible) {
        Collection<Map<Variant, JsonNode>> groups = isOne(having.values()) ? List.of(having) : byValue(having);
        return groups.stream()
                .map(group -> new Member(key, Variant.condition(group.keySet(), possible), of(group)))
                .toList();
    }

    /// An empty collection next to one with members is another value: a template that leaves
    /// all members out makes it null.
    private static boolean isOne(Collection<JsonNode> values) {
        return new HashSet<>(values).size() == 1
                || values.stream().allMatch(value -> value.isObject() && !value.isEmpty())
                || values.stream().allMatch(value -> value.isArray() && !value.isEmpty());
    }

    private static Collection<Map<Variant, JsonNode>> byValue(Map<Variant, JsonNode> values) {
        Map<JsonNode, Map<Variant, JsonNode>> groups = new LinkedHashMap<>();
        values.forEach((variant, value) ->
                groups.computeIfAbsent(value, _ -> new LinkedHashMap<>()).put(variant, value));
        return groups.values();
    }

    /// The items of all, in an order that is everyone's.
    private static TemplateNode sequence(Map<Variant, JsonNode> values) {
        Map<Variant, List<JsonNode>> left = new LinkedHashMap<>();
        values.forEach((variant, value) -> {
            List<JsonNode> items = new ArrayList<>();
            value.forEach(items::add);
            left.put(variant, items);
        });
        List<Member> members = new ArrayList<>();
        while (left.values().stream().anyMatch(items -> !items.isEmpty())) {
            JsonNode identity = next(left.values());
            Map<Variant, JsonNode> having = new LinkedHashMap<>();
            left.forEach((variant, items) -> {
                if (!items.isEmpty() && identity(items.getFirst()).equals(identity)) {
                    having.put(variant, items.removeFirst());
                }
            });
            members.addAll(alternatives("", having, values.keySet()));
        }
        return new Sequence(members);
    }

    /// What comes first where it is, and comes later nowhere.
    private static JsonNode next(Collection<List<JsonNode>> left) {
        return left.stream()
                .filter(items -> !items.isEmpty())
                .map(items -> identity(items.getFirst()))
                .filter(first -> left.stream()
                        .allMatch(items -> items.stream()
                                .skip(1)
                                .noneMatch(item -> identity(item).equals(first)
                                        && !identity(items.getFirst()).equals(first))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no common order: " + left));
    }

    private static JsonNode identity(JsonNode item) {
        return item.path("name").isTextual() ? item.path("name") : item;
    }
}
