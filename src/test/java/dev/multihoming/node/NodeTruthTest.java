package dev.multihoming.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table says of every rule about pods and NADs, once, what the node does, and of nothing else.
class NodeTruthTest {
    @Test
    void everyRuleAboutPodsAndNadsIsInTheTable() {
        List<String> codes = RuleBook.cards().stream()
                .map(Card::code)
                .filter(code -> code.matches("MH[12]..|MH60[1-6]"))
                .toList();
        assertThat(NodeTruth.ofRules().keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyExceptionIsAFixture() {
        assertThat(Fixtures.all().stream().map(Fixture::toString))
                .containsAll(NodeTruth.ofFixtures().keySet());
    }
}
