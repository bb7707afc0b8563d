package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A part of a template: YAML whose values may be Helm's, and whose members may be conditional.
sealed interface TemplateNode {
    /// A string, number, boolean, null, or an empty collection.
    record Scalar(JsonNode value) implements TemplateNode {}

    /// Helm's text in place of a scalar: an action, or a double-quoted string with actions.
    record Action(String text) implements TemplateNode {}

    /// A value of any type, as YAML.
    record Value(String expression) implements TemplateNode {}

    /// A list of values that continues the list it stands in.
    record Splice(String expression) implements TemplateNode {}

    record Mapping(List<Member> members) implements TemplateNode {}

    record Sequence(List<Member> members) implements TemplateNode {}

    /// A field of a mapping, or an item of a sequence.
    ///
    /// @param key empty in a sequence
    /// @param condition of Helm's `if`, empty for always
    record Member(String key, String condition, TemplateNode node) {
        Member(String key, TemplateNode node) {
            this(key, "", node);
        }

        /// A step of a path: the key, or in a sequence the `name` of the item.
        boolean is(String step) {
            return key.isEmpty()
                    ? node instanceof Mapping mapping
                            && mapping.members().stream()
                                    .anyMatch(it -> it.key.equals("name")
                                            && it.node instanceof Scalar(JsonNode name)
                                            && name.asText().equals(step))
                    : key.equals(step);
        }
    }

    static TemplateNode of(JsonNode value) {
        if (value.isEmpty() || value.isValueNode()) {
            return new Scalar(value);
        }
        List<Member> members = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> members.add(new Member(field.getKey(), of(field.getValue()))));
            return new Mapping(members);
        }
        value.forEach(item -> members.add(new Member("", of(item))));
        return new Sequence(members);
    }

    /// The members of a mapping or a sequence, to be changed.
    default List<Member> members() {
        throw new IllegalStateException("no members: " + this);
    }
}
