package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.multihoming.core.schema.ExclusiveOptions;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cases of a trial, made from its table: for every field each boundary and each wrong type, and
/// every two options together.
final class Cases {
    private final Trial trial;
    private final List<Case> cases = new ArrayList<>();

    private Cases(Trial trial) {
        this.trial = trial;
    }

    static List<Case> of(Trial trial) {
        Cases cases = new Cases(trial);
        cases.cases.add(new Case("nothing changed", trial.baseline()));
        trial.fields().forEach(cases::values);
        cases.pairs();
        return cases.cases;
    }

    private void values(Field field) {
        for (String value : Candidates.of(field.type())) {
            cases.add(
                    new Case("\"%s\": %s".formatted(field.key(), shortened(value)), with(Map.of(field.key(), value))));
        }
    }

    private void pairs() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Field field : trial.fields()) {
            if (field.type() instanceof FieldType.Flag) {
                options.put(field.key(), "true");
            }
        }
        options.putAll(trial.options());
        List<String> keys = List.copyOf(options.keySet());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                pair(options, keys.get(i), keys.get(j));
            }
        }
    }

    private void pair(Map<String, String> options, String first, String second) {
        String config = with(Map.of(first, options.getOrDefault(first, ""), second, options.getOrDefault(second, "")));
        cases.add(new Case("\"%s\" with \"%s\"".formatted(first, second), config));
    }

    /// Whether every two options that exclude each other meet in one of the cases.
    static boolean coverExclusions(Trial trial, List<Case> cases) {
        return trial.exclusions().stream()
                .filter(ExclusiveOptions.class::isInstance)
                .map(ExclusiveOptions.class::cast)
                .allMatch(options -> cases.stream().anyMatch(c -> meets(options, c)));
    }

    private static boolean meets(ExclusiveOptions exclusion, Case one) {
        String first = exclusion.first().getFirst();
        String second = exclusion.second().getFirst();
        return one.name().equals("\"%s\" with \"%s\"".formatted(first, second))
                || one.name().equals("\"%s\" with \"%s\"".formatted(second, first));
    }

    private String with(Map<String, String> members) {
        ObjectNode config = GoJson.read(trial.baseline());
        ObjectNode object = (ObjectNode) config.at(trial.at());
        members.forEach((key, value) -> object.putRawValue(key, new RawValue(value)));
        return config.toString();
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "…";
    }
}
