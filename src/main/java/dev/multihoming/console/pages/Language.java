package dev.multihoming.console.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language of the pages. Its texts are in one file, which [Texts] reads.
public enum Language {
    ENGLISH("en", "English"),
    CHINESE("zh-CN", "中文");

    /// Far more than browsers send; to parse a header takes longer with each further language.
    private static final int MAX_HEADER = 500;

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// As `lang` has it, and the file of its texts.
    public String tag() {
        return tag;
    }

    /// What its readers call it.
    public String ownName() {
        return ownName;
    }

    /// The language of exactly that tag.
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(it -> it.tag.equals(tag)).findFirst();
    }

    /// The first language of an Accept-Language header that the pages have, in any variant; English for none, and for
    /// a header that is too long.
    public static Language preferred(String header) {
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                .flatMap(wanted -> Arrays.stream(values())
                        .filter(it ->
                                Locale.forLanguageTag(it.tag).getLanguage().equals(wanted)))
                .findFirst()
                .orElse(ENGLISH);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() || header.length() > MAX_HEADER ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
