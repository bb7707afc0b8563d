package dev.multihoming.core.admission;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.TextMutation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What some repairs change in an object, field by field.
///
/// @param texts the texts that are replaced
/// @param members what is added; what several add, such as the object that their members go into, is added once
public record ObjectChanges(List<Text> texts, Set<Addition.Member> members) {
    /// A text in place of another.
    public record Text(String pointer, String original, String changed) {}

    public static ObjectChanges of(List<RuleMutation> mutations) {
        Map<String, List<TextMutation>> byField = new LinkedHashMap<>();
        Set<Addition.Member> members = new LinkedHashSet<>();
        for (RuleMutation mutation : mutations) {
            switch (mutation.repair()) {
                case TextMutation text ->
                    byField.computeIfAbsent(text.pointer(), _ -> new ArrayList<>())
                            .add(text);
                case Addition addition -> members.addAll(addition.members());
            }
        }
        List<Text> texts = new ArrayList<>();
        byField.forEach((pointer, of) -> {
            String original = of.getFirst().original();
            List<TextEdit> edits = of.stream().map(TextMutation::edit).toList();
            texts.add(new Text(pointer, original, TextEdit.apply(original, edits)));
        });
        return new ObjectChanges(texts, members);
    }

    /// The object as the API server changes it by the JSON Patch; a copy where there is something to change.
    static JsonNode applied(JsonNode object, List<RuleMutation> mutations) {
        if (mutations.isEmpty()) {
            return object;
        }
        JsonNode repaired = object.deepCopy();
        ObjectChanges changes = of(mutations);
        changes.texts.forEach(text -> set(repaired, text.pointer(), text.changed()));
        for (Addition.Member member : changes.members) {
            if (member.text() == null) {
                parent(repaired, member.pointer()).putObject(last(member.pointer()));
            } else {
                set(repaired, member.pointer(), member.text());
            }
        }
        return repaired;
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
