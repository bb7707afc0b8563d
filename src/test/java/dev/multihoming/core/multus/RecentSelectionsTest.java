package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentSelectionsTest {
    private final List<String> readTexts = new ArrayList<>();
    private final RecentTexts<NetworkSelections> recent = NetworkSelectionsReader.recent(it -> {
        readTexts.add(it);
        return NetworkSelectionsReader.readWhole(it);
    });

    @Test
    void theSameTextIsReadOnce() {
        NetworkSelections first = of("blue,green@net2");
        assertThat(of(new String("blue,green@net2"))).isSameAs(first);
        assertThat(first.items()).hasSize(2);
        assertThat(readTexts).hasSize(1);
    }

    /// These two have one hash in Java, and so one place.
    @Test
    void ofTwoTextsWithOnePlaceEachIsReadForItself() {
        for (int i = 0; i < 2; i++) {
            assertThat(of("net-an").items().getFirst().name()).isEqualTo("net-an");
            assertThat(of("net-c0").items().getFirst().name()).isEqualTo("net-c0");
        }
        assertThat("net-an").hasSameHashCodeAs("net-c0");
        assertThat(readTexts).hasSize(4);
    }

    @Test
    void whatIsRefusedOrLongIsNotRemembered() {
        String flawed = "[{\"name\": 1}]";
        String lengthy = "a" + " ".repeat(1024);
        String many = "a" + ",a".repeat(16);
        for (int i = 0; i < 2; i++) {
            assertThat(of(flawed).violations()).isNotEmpty();
            assertThat(of(lengthy).items()).hasSize(1);
            assertThat(of(many).items()).hasSize(17);
        }
        assertThat(readTexts).containsExactly(flawed, lengthy, many, flawed, lengthy, many);
    }

    private NetworkSelections of(String text) {
        return recent.read(text);
    }
}
