package dev.multihoming.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts of the pages in the language of their reader. Each language has one file. The English one has the
/// texts of the pages; the others also have what the code says in English, and the rules. What a file does not have
/// is shown in English.
public final class Texts {
    /// Of texts for the modules that run in the browser.
    private static final String SCRIPT = "js.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9]+");

    private static final Map<Language, Map<String, String>> FILES =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::file));

    private Texts() {}

    /// The text of that key, with values in place of `{0}`, `{1}` and so on.
    public static String of(String key, Object... values) {
        String text = in(language(), key).or(() -> in(Language.ENGLISH, key)).orElse(key);
        return values.length == 0 ? text : filled(text, values);
    }

    /// In one pass: a value that looks like a place for a value stays as it is.
    private static String filled(String text, Object... values) {
        return PLACEHOLDER.matcher(text).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < values.length ? String.valueOf(values[number]) : place.group());
        });
    }

    /// A text that the engine has in English.
    public static String translated(String english) {
        return found(english).orElse(english);
    }

    /// The same; empty where a reader of the page needs to be told that the text is English.
    static Optional<String> found(String english) {
        return language() == Language.ENGLISH
                ? Optional.of(english)
                : in(language(), wordKey(english)).or(() -> EngineSentences.translated(english));
    }

    /// A rule in words of the reader's language. Its findings stay in the words of the webhook.
    ///
    /// @param remedy with code in backquotes
    public record RuleText(String summary, String remedy) {}

    /// Empty for readers of English, who have the finding and the rule's page.
    public static Optional<RuleText> rule(String code) {
        return language() == Language.ENGLISH
                ? Optional.empty()
                : in(language(), "rule." + code + ".summary")
                        .flatMap(summary -> in(language(), "rule." + code + ".remedy")
                                .map(remedy -> new RuleText(summary, remedy)));
    }

    /// Of the rules that have such words.
    public static Map<String, RuleText> rules(Collection<String> codes) {
        Map<String, RuleText> rules = new TreeMap<>();
        codes.forEach(code -> rule(code).ifPresent(it -> rules.put(code, it)));
        return rules;
    }

    /// What modules in the browser show, by key.
    public static Map<String, String> ofScripts() {
        Map<String, String> texts = new TreeMap<>();
        all(Language.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(SCRIPT))
                .forEach(key -> texts.put(key, of(key)));
        return texts;
    }

    /// The key of a text that the code has in English: a changed text has another one.
    static String wordKey(String english) {
        return "word." + NOT_IN_KEYS.matcher(english).replaceAll("-");
    }

    /// All texts of a language, by key.
    static Map<String, String> all(Language language) {
        return FILES.getOrDefault(language, Map.of());
    }

    private static Language language() {
        return PageRequest.current().language();
    }

    private static Optional<String> in(Language language, String key) {
        return Optional.ofNullable(all(language).get(key));
    }

    private static Map<String, String> file(Language language) {
        String name = "/console/texts/" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), read::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
