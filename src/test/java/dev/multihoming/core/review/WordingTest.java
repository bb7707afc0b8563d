package dev.multihoming.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Wording WORDING = new Wording("https://rules.example/");

    @Test
    void aSentenceHasCodeNamePlaceFactLawRemedyAndPage() {
        assertThat(WORDING.denial(List.of(finding("it is late", "Go to bed"))))
                .isEqualTo(
                        "MH901 rule-failed: spec.config, line 2: it is late; what could not be judged is not admitted."
                                + " Go to bed. (https://rules.example/MH901)");
    }

    @Test
    void theCodeStandsWhereTheLinkHasAPlaceForIt() {
        Wording explained = new Wording("multihoming explain {code}");

        assertThat(explained.denial(List.of(finding("it is late", "")))).endsWith(". (multihoming explain MH901)");
    }

    @Test
    void everyFindingHasALine() {
        assertThat(WORDING.denial(List.of(finding("one", "Do"), finding("two", "Do")))
                        .lines())
                .hasSize(2);
    }

    @Test
    void thousandsOfFindingsStayReadable() {
        List<Finding> many = Collections.nCopies(4_600, finding("one of many", "Do"));

        assertThat(WORDING.denial(many).lines()).hasSize(21).last().isEqualTo("… and 4580 more findings");
        assertThat(Wording.shown(many)).hasSize(20);
    }

    @Test
    void aWarningKeepsItsCodeWhereItsRemedyIsTooLong() {
        Finding finding = finding("a fact", "Do ".repeat(200));

        assertThat(WORDING.warning(finding.card(), finding.violation()))
                .hasSize(256)
                .startsWith("a fact. Do Do")
                .endsWith("… (MH901 rule-failed)");
    }

    @Test
    void aWarningIsOneLine() {
        Finding finding = finding("a fact", "");

        assertThat(WORDING.warning(finding.card(), finding.violation())).isEqualTo("a fact (MH901 rule-failed)");
    }

    private static Finding finding(String fact, String remedy) {
        return new Finding(RuleFailed.card(), new Violation(new Location("spec.config", "line 2", 10), fact, remedy));
    }
}
