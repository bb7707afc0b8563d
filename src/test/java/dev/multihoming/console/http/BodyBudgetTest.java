package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(10, 6);

    @Test
    void oneOwnerHasAPartOfIt() {
        assertThat(budget.take("ann", 6)).isTrue();
        assertThat(budget.take("ann", 1)).isFalse();
        assertThat(budget.take("bob", 4)).isTrue();
        assertThat(budget.take("eve", 1)).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        budget.take("ann", 4);
        budget.take("ann", 2);
        budget.giveBack("ann", 4);
        assertThat(budget.take("ann", 4)).isTrue();
        budget.giveBack("ann", 4);
        budget.giveBack("ann", 2);
        assertThat(budget.take("bob", 6)).isTrue();
        assertThat(budget.take("ann", 4)).isTrue();
    }
}
