package dev.multihoming.console.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the key of a sentence that the engine has made in English, and the values in it.
final class EngineSentences {
    private static final String PREFIX = "engine.";

    /// What some sentences end with.
    private static final String STILL = "engine.still";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /// The longest first: what it has more than others is not a value.
    private static final List<Template> TEMPLATES = Texts.all(Language.ENGLISH).entrySet().stream()
            .filter(it -> it.getKey().startsWith(PREFIX))
            .sorted(Comparator.comparingInt(it -> -it.getValue().length()))
            .map(it -> new Template(it.getKey(), Arrays.asList(PLACEHOLDER.split(it.getValue(), -1))))
            .toList();

    private EngineSentences() {}

    /// In the language of the reader; empty for a sentence that the file does not have.
    static Optional<String> translated(String english) {
        String still = " " + Texts.all(Language.ENGLISH).getOrDefault(STILL, "");
        Optional<String> first = english.endsWith(still)
                ? whole(english.substring(0, english.length() - still.length()))
                : Optional.empty();
        return first.map(it -> it + Texts.of(STILL)).or(() -> whole(english));
    }

    private static Optional<String> whole(String english) {
        for (Template template : TEMPLATES) {
            Optional<Object[]> values = template.values(english);
            if (values.isPresent()) {
                return Optional.of(Texts.of(template.key(), values.get()));
            }
        }
        return Optional.empty();
    }

    /// A sentence with places for values.
    ///
    /// @param parts what stands before, between and after the values, which are in their order
    record Template(String key, List<String> parts) {
        Template {
            parts = List.copyOf(parts);
        }

        /// The values in that sentence; empty for another sentence.
        ///
        /// Users write the values. So the sentence is searched once, from its end, and never again from another
        /// place: a regular expression would try all places for all parts.
        Optional<Object[]> values(String sentence) {
            String start = parts.getFirst();
            String end = parts.getLast();
            if (parts.size() == 1) {
                return sentence.equals(start) ? Optional.of(new Object[0]) : Optional.empty();
            }
            boolean fits = sentence.length() >= start.length() + end.length();
            if (!fits || !sentence.startsWith(start) || !sentence.endsWith(end)) {
                return Optional.empty();
            }
            Object[] values = new Object[parts.size() - 1];
            int to = sentence.length() - end.length();
            for (int i = values.length - 1; i > 0; i--) {
                String between = parts.get(i);
                int at = sentence.lastIndexOf(between, to - between.length());
                if (at < start.length()) {
                    return Optional.empty();
                }
                values[i] = sentence.substring(at + between.length(), to);
                to = at;
            }
            values[0] = sentence.substring(start.length(), to);
            return Optional.of(values);
        }
    }
}
