package dev.multihoming.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.pages.EngineSentences.Template;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NetworkTemplate;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.plane.ProcessorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The files of texts agree with each other, with the pages and with what the engine says.
class TextsTest {
    private static final Path FILES = Path.of("src/main/resources/console");
    private static final Map<String, String> ENGLISH = Texts.all(Language.ENGLISH);
    private static final Map<String, String> CHINESE = Texts.all(Language.CHINESE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"|`([^`\n]*)`");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]*(\\.[a-z-]+)+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern NAME = Pattern.compile("`[^`]*`|MH\\d{3}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /// What both languages write alike.
    private static final Set<String> ALIKE = Set.of(
            "network.yaml", "new.ipam", "word.IPAM", "word.MAC", "word.MTU", "word.VLAN", "word.VRF", "word.Pods");

    @Test
    void bothLanguagesHaveTheKeysOfThePages() {
        assertThat(keys(CHINESE, key -> !isOfTheCode(key))).isEqualTo(keys(ENGLISH, _ -> true));
    }

    @ParameterizedTest
    @EnumSource
    void noKeyStandsTwice(Language language) throws IOException {
        List<String> keys = Files.readAllLines(FILES.resolve("texts/" + language.tag() + ".properties")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Texts.all(language).keySet());
    }

    @Test
    void placeholdersAreTheSame() {
        ENGLISH.forEach((key, text) -> assertThat(found(PLACEHOLDER, CHINESE.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(found(PLACEHOLDER, text)));
    }

    @Test
    void chineseTextsAreChinese() {
        CHINESE.forEach((key, text) -> {
            if (!ALIKE.contains(key) && !text.equals("{0}。{1}")) {
                assertThat(text).as(key).containsPattern(HAN);
            }
        });
    }

    /// A key in the code that the file does not have would be shown as it is.
    @Test
    void pagesUseAllKeysAndNoOthers() throws IOException {
        Set<String> literals = literals(Path.of("src/main/java/dev/multihoming/console"));
        literals.addAll(literals(FILES));
        Set<String> groups = ENGLISH.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        assertThat(literals.stream().filter(it -> KEY.matcher(it).matches()))
                .filteredOn(it -> groups.contains(it.substring(0, it.indexOf('.'))))
                .isSubsetOf(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .filteredOn(key -> !literals.contains(key) && !isPutTogether(key))
                .isEmpty();
    }

    @Test
    void formsAndTemplatesAreTranslated() {
        Stream<FormField> fields = Stream.concat(
                        KnownPlugins.types().stream().flatMap(it -> KnownPlugins.of(it).map(CniPlugin::form).stream()),
                        KnownPlugins.ipamTypes().stream()
                                .flatMap(it -> KnownPlugins.ipam(it).map(IpamPlugin::form).stream()))
                .flatMap(List::stream);
        assertThat(fields.flatMap(it -> Stream.of(it.label(), it.help())).distinct())
                .allMatch(TextsTest::isTranslated);
        assertThat(NetworkTemplate.all().stream()
                        .flatMap(it -> Stream.of(
                                it.useCase(), it.purpose().title(), it.purpose().sentence())))
                .allMatch(TextsTest::isTranslated);
    }

    /// A translation of a text that the code no longer has would say what is not so.
    @Test
    void eachTranslatedWordStandsInTheCode() throws IOException {
        Set<String> words = literals(Path.of("src/main/java")).stream()
                .flatMap(it -> it.matches("[A-Z ]+") ? Stream.of(it, Table.heading(it)) : Stream.of(it))
                .map(Texts::wordKey)
                .collect(Collectors.toSet());
        assertThat(keys(CHINESE, key -> key.startsWith("word."))).isSubsetOf(words);
    }

    /// In one string literal or in several that are put together.
    @Test
    void eachSentenceOfTheEngineStandsInTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        String literals = code.toString()
                .replaceAll("\"\\s*(\\.formatted\\((?:[^()]|\\([^()]*\\))*\\)\\s*)?\\+\\s*\"", "")
                .replaceAll("%[sd]", "{}")
                .replace("\\\"", "\"");
        assertThat(ENGLISH)
                .allSatisfy((key, text) -> assertThat(!key.startsWith("engine.")
                                || literals.contains(PLACEHOLDER.matcher(text).replaceAll("{}")))
                        .as(key)
                        .isTrue());
    }

    @Test
    void sentencesOfTheEngineAreTranslatedWithTheirValues() {
        assertThat(chinese(() -> Texts.translated("There is no network shop/{1}: the pod does not start.")))
                .isEqualTo("网络 shop/{1} 不存在：Pod 无法启动。");
        assertThat(chinese(() -> Texts.translated("You may not list pods in namespace shop.")))
                .isEqualTo("你无权列出命名空间 shop 中的 pods。");
        assertThat(chinese(() -> Texts.translated(
                        "The API server answered with status 418. Drafts are still checked, and can be downloaded.")))
                .isEqualTo("API 服务器返回了状态码 418。草稿仍会被检查，并且可以下载。");
        assertThat(Texts.translated("Nothing is known of x: y.")).isEqualTo("Nothing is known of x: y.");
    }

    /// Tenants write the values: no place in them is searched twice.
    @Test
    void hostileValuesCostNoMoreThanOthers() {
        String again = " networks in namespace x. Nothing was written. Ask an administrator for the verb y";
        String hostile = "You may not " + again.repeat(100_000 / again.length());
        String quotes = "The network \"" + "\"".repeat(100_000) + "\" is unplugged (state: absent)";
        String translated = ProcessorTime.atMost(
                Duration.ofSeconds(20),
                () -> chinese(() -> Texts.translated(hostile + "!") + Texts.translated(quotes + "!")));
        assertThat(translated).isEqualTo(hostile + "!" + quotes + "!");
        assertThat(chinese(() -> Texts.translated(quotes + ".")))
                .isEqualTo("网络“" + "\"".repeat(100_000) + "”已拔出（state: absent）。");
    }

    @Test
    void aSentenceIsReadFromItsEnd() {
        Template three = new Template("key", List.of("a ", " b ", " c ", "."));
        assertThat(three.values("a 1 b 2 c 3.")).hasValue(new Object[] {"1", "2", "3"});
        assertThat(three.values("a 1 b 1 b 2 c 3..")).hasValue(new Object[] {"1 b 1", "2", "3."});
        assertThat(three.values("a  b  c .")).hasValue(new Object[] {"", "", ""});
        assertThat(three.values("a 1 c 2 b 3.")).isEmpty();
        assertThat(three.values("a b c .")).isEmpty();
        assertThat(three.values("a .")).isEmpty();
        assertThat(new Template("key", List.of("ab", "bc")).values("abc")).isEmpty();
    }

    @Test
    void aValueThatLooksLikeAPlaceStaysAsItIs() {
        assertThat(Texts.of("engine.not-listed", "{1}", "$1\\{0}"))
                .isEqualTo("You may not list {1} in namespace $1\\{0}.");
    }

    @Test
    void eachRuleHasItsWordsAndNoOtherHas() {
        assertThat(keys(CHINESE, key -> key.startsWith("rule.")))
                .isEqualTo(RuleBook.cards().stream()
                        .flatMap(it -> Stream.of("rule." + it.code() + ".summary", "rule." + it.code() + ".remedy"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Fields, values, commands and codes are not translated, and none is left out.
    @Test
    void rulesNameTheSameThingsInBothLanguages() {
        for (Card card : RuleBook.cards()) {
            Texts.RuleText chinese = chinese(() -> Texts.rule(card.code()).orElseThrow());
            assertThat(found(NAME, chinese.summary())).as(card.code()).isEqualTo(found(NAME, card.summary()));
            assertThat(found(NAME, chinese.remedy())).as(card.code()).isEqualTo(found(NAME, card.remedy()));
            assertThat(CODE.matcher(chinese.remedy()).replaceAll(""))
                    .as(card.code())
                    .doesNotContain("`");
        }
    }

    @Test
    void eachEffectHasAWord() {
        assertThat(keys(ENGLISH, key -> key.startsWith("effect.")))
                .isEqualTo(Stream.of(Effect.values())
                        .map(it -> "effect." + it.word())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(Stream.of(Effect.values()))
                .allSatisfy(it -> assertThat(Texts.of("effect." + it.word())).isEqualTo(it.word()));
    }

    @Test
    void aTextThatIsNotTranslatedStaysEnglishAndIsMarked() {
        assertThat(chinese(() -> new Html().fromEngine("Another page").toString()))
                .isEqualTo("<span lang=\"en\">Another page</span>");
        assertThat(chinese(() -> new Html().fromEngine("Networks").toString())).isEqualTo("网络");
        assertThat(new Html().fromEngine("Networks").toString()).isEqualTo("Networks");
        assertThat(Texts.rules(List.of("MH105"))).isEmpty();
    }

    private static <T> T chinese(ScopedValue.CallableOp<T, RuntimeException> make) {
        return new PageRequest(Language.CHINESE, "").answer(make);
    }

    private static boolean isTranslated(String english) {
        return CHINESE.containsKey(Texts.wordKey(english));
    }

    private static boolean isOfTheCode(String key) {
        return key.startsWith("word.") || key.startsWith("rule.");
    }

    /// Of a beginning in the code and a word of the engine, or of the name of a field.
    private static boolean isPutTogether(String key) {
        return Stream.of("js.effect.", "effect.", "attach.", "draft.", "engine.")
                .anyMatch(key::startsWith);
    }

    private static Set<String> keys(Map<String, String> texts, Predicate<String> wanted) {
        return texts.keySet().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(Path folder) throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().matches(".*\\.(java|js)")).toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(file));
                while (literal.find()) {
                    literals.add(literal.group(literal.group(1) == null ? 2 : 1));
                }
            }
        }
        return literals;
    }
}
