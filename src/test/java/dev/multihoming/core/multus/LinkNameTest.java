package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"br1", "br-1234567890ab", "eth0.100", "br_test", "Bär", "...", "$(x);", "eth0"})
    void aNodeCanHaveIt(String name) {
        assertThat(LinkName.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "br-1234567890abc",
                "ääääääää",
                ".",
                "..",
                "all",
                "default",
                "lo",
                "a/b",
                "a:b",
                "br%d",
                "a b"
            })
    void noNodeCanHaveIt(String name) {
        assertThat(LinkName.refusal(name)).isPresent();
    }
}
