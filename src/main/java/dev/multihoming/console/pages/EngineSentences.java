package dev.multihoming.console.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            .map(it -> new Template(it.getKey(), pattern(it.getValue())))
            .toList();

    private EngineSentences() {}

    private record Template(String key, Pattern pattern) {}

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
            Matcher sentence = template.pattern().matcher(english);
            if (sentence.matches()) {
                Object[] values = new Object[sentence.groupCount()];
                Arrays.setAll(values, i -> sentence.group(i + 1));
                return Optional.of(Texts.of(template.key(), values));
            }
        }
        return Optional.empty();
    }

    /// Its placeholders are in their order.
    private static Pattern pattern(String english) {
        return Pattern.compile(
                Arrays.stream(PLACEHOLDER.split(english, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("(.*)")),
                Pattern.DOTALL);
    }
}
