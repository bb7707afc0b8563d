package dev.multihoming.multus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"br1", "br-1234567890ab", "eth0.100", "br_test", "Bär", "...", "$(x);"})
    void linuxAccepts(String name) {
        assertThat(LinkName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "br-1234567890abc | 'is 16 bytes long, and Linux allows 15'",
                "ääääääää | 'is 16 bytes long, and Linux allows 15'",
                ". | 'is a path, not a name'",
                ".. | 'is a path, not a name'",
                "all | is a name that Linux keeps for itself",
                "default | is a name that Linux keeps for itself",
                "lo | is a name that Linux keeps for itself",
                "a/b | contains '/'",
                "a:b | contains ':'",
                "br%d | contains '%'",
                "a b | contains white space",
                "'a\u00a0b' | contains white space",
            })
    void linuxOrLibcniRefuses(String name, String fault) {
        assertThat(LinkName.fault(name)).hasValue(fault);
    }
}
