package dev.multihoming.cli.command;

import dev.multihoming.core.review.Card;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/// Tells of rules that threw.
record Defects(PrintWriter err) implements BiConsumer<Card, RuntimeException> {
    @Override
    public void accept(Card rule, RuntimeException failure) {
        err.printf("The rule %s %s failed; this is a defect of this program:%n", rule.code(), rule.name());
        failure.printStackTrace(err);
    }
}
