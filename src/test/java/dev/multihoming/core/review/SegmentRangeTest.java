package dev.multihoming.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentRangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"br1/0", "br1/100-199", "br1/*", "intel.com/vf-a/4094", "eth1.100/*", "br-1/7-8"})
    void isReadAsItIsWritten(String text) {
        assertThat(SegmentRange.valueOf(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "br1",
                "/1",
                "br1/",
                "br1/4095",
                "br1/200-100",
                "br1/1-",
                "br1/-1",
                "br1/01",
                "br1/1,2",
                "br1/*-2",
                "a/b/c/1",
                "br 1/1",
                "intel.com/vf",
                "br1/99999999999",
                "br1/100\n"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> SegmentRange.valueOf(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the segment " + text + ", which is not a name");
    }
}
