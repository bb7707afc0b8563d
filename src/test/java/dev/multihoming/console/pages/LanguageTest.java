package dev.multihoming.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The first language of Accept-Language that the pages have.
class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zh-CN,zh;q=0.9,en;q=0.8 | CHINESE
                    zh | CHINESE
                    zh-Hans-SG | CHINESE
                    ZH-cn | CHINESE
                    de,zh;q=0.5,en;q=0.4 | CHINESE
                    en;q=0.5,zh;q=0.9 | CHINESE
                    en-GB,en;q=0.9,zh;q=0.8 | ENGLISH
                    zh;q=0,en | ENGLISH
                    de-DE,fr;q=0.5 | ENGLISH
                    * | ENGLISH
                    """)
    void theBrowserDecides(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }

    /// Its cost grows faster than its length.
    @Test
    void aLongHeaderIsNotParsed() {
        assertThat(Language.preferred("zh" + ",de;q=0.5".repeat(54))).isEqualTo(Language.CHINESE);
        assertThat(Language.preferred("zh" + ",de;q=0.5".repeat(56))).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "zh;q=x", "zh;q=2", "<script>", "zh\u0000"})
    void anythingElseIsEnglish(String header) {
        assertThat(Language.preferred(header)).isEqualTo(Language.ENGLISH);
    }
}
