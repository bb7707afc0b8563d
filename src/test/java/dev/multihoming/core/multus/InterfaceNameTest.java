package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"net1", "foo", "NET1", "a.b", "...", "$(x);", "aaaaaaaaaaaaaaa", "öööööööa", "@", "\u0001"})
    void theNodeTakesMostNames(String name) {
        assertThat(InterfaceName.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaa",
                "öööööööö",
                ".",
                "..",
                "a/b",
                "a:b",
                "net%d",
                "%",
                "a b",
                "a\tb",
                "a\u0085",
                "a\u00A0",
                "a\u2003",
                "à",
                "a\0"
            })
    void someItRefuses(String name) {
        assertThat(InterfaceName.refusal(name)).isPresent();
    }

    @Test
    void aNumberedNameHasNoLeadingZero() {
        assertThat(InterfaceName.number("net1")).hasValue(1);
        assertThat(InterfaceName.number("net999999999999")).hasValue(999_999_999_999L);
        for (String other :
                new String[] {"net0", "net01", "net", "net-1", "Net1", "net1 ", "net1\n", "net١", "xnet1"}) {
            assertThat(InterfaceName.number(other)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10, 101, 999_999_999_999L, Long.MAX_VALUE})
    void isNumberedAsMultusNumbers(long number) {
        String name = InterfaceName.numbered(number);

        assertThat(InterfaceName.isNumbered(name, number)).isTrue();
        assertThat(InterfaceName.isNumbered(name, number - 1)).isFalse();
        assertThat(InterfaceName.isNumbered(name + "0", number)).isFalse();
        assertThat(InterfaceName.isNumbered(name.replace("net", "net0"), number))
                .isFalse();
        assertThat(InterfaceName.isNumbered(name.replace("net", "nic"), number)).isFalse();
        assertThat(InterfaceName.isNumbered("net", number)).isFalse();
    }
}
