package dev.multihoming.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Style;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The reader of YAML is the judge: whoever changes one character of the source where a character of the value is said
/// to stand has changed that character of the value, and no other.
class ScalarTextTest {
    private static final int DOCUMENTS = 600;

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyCharacterStandsWhereItIsSaidTo(Style style) {
        Random random = new Random(style.name().hashCode());
        int read = 0;
        int checked = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String source = new RandomScalars(random).document(style);
            Optional<Scalar> scalar = key(source);
            if (scalar.isPresent() && scalar.get().style() == style) {
                read++;
                checked += check(source, scalar.get());
            }
        }
        assertThat(read).as("documents that are YAML").isGreaterThan(DOCUMENTS / 3);
        assertThat(checked).as("characters").isGreaterThan(DOCUMENTS);
    }

    private static int check(String source, Scalar scalar) {
        ScalarText text = ScalarText.of(source, scalar);
        assertThat(text.isExact()).as(source).isTrue();
        int checked = 0;
        String value = scalar.text();
        for (int i = 0; i < value.length(); i++) {
            int at = text.unit(i);
            if (isLetter(value.charAt(i)) && source.charAt(at) == value.charAt(i)) {
                checked++;
                assertThat(key(replaced(source, at)).map(Scalar::text))
                        .as("unit %d of %s", i, source)
                        .contains(replaced(value, i));
            }
            assertThat(isLetter(value.charAt(i)) && source.charAt(at) != '\\')
                    .as("unit %d of %s is %s", i, source, source.charAt(at))
                    .isEqualTo(isLetter(source.charAt(at)) && source.charAt(at) == value.charAt(i));
        }
        return checked;
    }

    private static String replaced(String text, int at) {
        return text.substring(0, at) + 'Q' + text.substring(at + 1);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<Scalar> key(String source) {
        try {
            return new YamlDocuments(source)
                    .next()
                    .map(document -> (Mapping) document)
                    .flatMap(document -> document.entry("map"))
                    .map(Node.Entry::value)
                    .map(map -> (Mapping) map)
                    .flatMap(map -> map.entry("key"))
                    .map(Node.Entry::value)
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast);
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }
}
