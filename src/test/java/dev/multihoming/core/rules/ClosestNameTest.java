package dev.multihoming.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestNameTest {
    @Test
    void theFewestChangesWin() {
        assertThat(ClosestName.to("storag", List.of("public", "storage", "storefront")))
                .contains("storage");
        assertThat(ClosestName.to("ab", List.of("ba", "abc", "xy"))).contains("abc");
    }

    @Test
    void ofEquallyCloseNamesTheFirstInTheAlphabetIsTaken() {
        assertThat(ClosestName.to("net-x", List.of("net-c", "net-b", "net-xx"))).contains("net-b");
        assertThat(ClosestName.to("net-x", List.of("net-xx", "net-b", "net-c"))).contains("net-b");
    }

    @Test
    void amongNoNamesNoneIsClosest() {
        assertThat(ClosestName.to("a", List.of())).isEmpty();
    }

    @Test
    void anyNameIsCloserThanNone() {
        assertThat(ClosestName.to("a", List.of("quite-another"))).contains("quite-another");
    }

    @Test
    void thousandsOfNamesAreSearched() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            names.add("vlan-%04d-x".formatted(i));
        }
        assertThat(ClosestName.to("vlan-4711", names)).contains("vlan-4711-x");
    }
}
