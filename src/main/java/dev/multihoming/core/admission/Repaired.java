package dev.multihoming.core.admission;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.TextMutation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An object with its repairs made, as the API server makes them of the JSON Patch.
final class Repaired {
    private Repaired() {}

    /// A copy where there is something to repair.
    static JsonNode of(JsonNode object, List<RuleMutation> mutations) {
        if (mutations.isEmpty()) {
            return object;
        }
        JsonNode repaired = object.deepCopy();
        texts(mutations).forEach((pointer, repairs) -> {
            List<TextEdit> edits = repairs.stream().map(TextMutation::edit).toList();
            set(repaired, pointer, TextEdit.apply(repairs.getFirst().original(), edits));
        });
        for (Addition.Member member : members(mutations)) {
            if (member.text() == null) {
                parent(repaired, member.pointer()).putObject(last(member.pointer()));
            } else {
                set(repaired, member.pointer(), member.text());
            }
        }
        return repaired;
    }

    private static Map<String, List<TextMutation>> texts(List<RuleMutation> mutations) {
        return mutations.stream()
                .map(RuleMutation::repair)
                .filter(TextMutation.class::isInstance)
                .map(TextMutation.class::cast)
                .collect(Collectors.groupingBy(TextMutation::pointer, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<Addition.Member> members(List<RuleMutation> mutations) {
        Set<Addition.Member> members = new LinkedHashSet<>();
        for (RuleMutation mutation : mutations) {
            if (mutation.repair() instanceof Addition addition) {
                members.addAll(addition.members());
            }
        }
        return members;
    }

    private static void set(JsonNode object, String pointer, String text) {
        parent(object, pointer).put(last(pointer), text);
    }

    private static ObjectNode parent(JsonNode object, String pointer) {
        return (ObjectNode) object.at(JsonPointer.compile(pointer).head());
    }

    private static String last(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }
}
