package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentConfigsTest {
    private final List<String> readTexts = new ArrayList<>();
    private final RecentTexts<CniConfig> recent = CniConfigReader.recent(it -> {
        readTexts.add(it);
        return CniConfigReader.readAnew(it);
    });

    @Test
    void theSameTextIsReadOnceAndKeepsItsViews() {
        CniConfig first = of("{\"type\": \"bridge\"}");
        CniConfig again = of(new String("{\"type\": \"bridge\"}"));
        assertThat(again).isSameAs(first);
        assertThat(readTexts).hasSize(1);
        assertThat(again.view(Types.class, Types::of)).isSameAs(first.view(Types.class, Types::of));
    }

    /// "an" and "c0" have one hash in Java, and so these texts have one place.
    @Test
    void ofTwoTextsWithOnePlaceEachIsReadForItself() {
        for (int i = 0; i < 2; i++) {
            assertThat(of("{\"type\": \"an\"}").plugins().getFirst().type()).isEqualTo("an");
            assertThat(of("{\"type\": \"c0\"}").plugins().getFirst().type()).isEqualTo("c0");
        }
        assertThat("{\"type\": \"an\"}").hasSameHashCodeAs("{\"type\": \"c0\"}");
        assertThat(readTexts).hasSize(4);
    }

    @Test
    void aLongTextIsNotRemembered() {
        String lengthy = "{\"type\": \"bridge\"" + " ".repeat(2048) + "}";
        assertThat(of(lengthy)).isNotSameAs(of(lengthy));
    }

    private record Types(List<String> types) {
        static Types of(CniConfig config) {
            return new Types(
                    config.plugins().stream().map(CniConfig.Plugin::type).toList());
        }
    }

    private CniConfig of(String text) {
        return recent.read(text);
    }
}
