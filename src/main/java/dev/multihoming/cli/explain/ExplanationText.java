package dev.multihoming.cli.explain;

import dev.multihoming.cli.explain.Explanation.RuleAnswer;
import dev.multihoming.core.policy.PolicyNotice;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An explanation for a terminal.
public final class ExplanationText {
    private static final Set<Effect> CAN_BE_MENDED = Set.of(Effect.DENIED, Effect.WARNED, Effect.COUNTED);
    private static final String INDENT = "          ";

    private final PrintWriter out;

    public ExplanationText(PrintWriter out) {
        this.out = out;
    }

    public void print(Explanation explanation) {
        out.println(explanation.judgement().manifest().title() + ", "
                + explanation.judgement().manifest().source().name());
        explanation.table().ifPresent(table -> {
            out.println();
            out.print(table.text());
            table.remarks().forEach(out::println);
        });
        out.println();
        if (explanation.judgement().creation().isEmpty()) {
            out.println("The webhook is not asked about it: it is admitted as it is.");
            return;
        }
        out.println("Verdict   " + verdict(explanation.answers()));
        out.println("Policy    " + policy(explanation.judgement().policy().notice()));
        explanation.answers().forEach(this::print);
        cards("Silent    ", explanation.silent());
        cards("Off       ", explanation.off());
    }

    /// Only what would have to be changed: what the rules deny, warn of or count.
    public void printFindings(List<RuleAnswer> answers) {
        answers.stream()
                .filter(answer -> CAN_BE_MENDED.contains(answer.effect()))
                .forEach(this::print);
    }

    /// What it comes to, in numbers.
    private static String verdict(List<RuleAnswer> answers) {
        Map<Effect, Long> counts = answers.stream()
                .collect(Collectors.groupingBy(RuleAnswer::effect, LinkedHashMap::new, Collectors.counting()));
        String rest = counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Effect.DENIED)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        String first = counts.containsKey(Effect.DENIED) ? "denied" : "admitted";
        return rest.isEmpty() ? first : first + ": " + rest;
    }

    private static String policy(PolicyNotice notice) {
        if (notice.policy().isEmpty()) {
            return "the built-in one";
        }
        return notice.policy()
                + (notice.owner().isEmpty() ? "" : ", of " + notice.owner())
                + (notice.contact().isEmpty() ? "" : ", ask " + notice.contact());
    }

    private void print(RuleAnswer answer) {
        Card card = answer.card();
        out.println();
        out.printf("%-10s%s %s%n", word(answer.effect()), card.code(), card.name());
        wrapped(INDENT, answer.seen().location() + ": " + answer.seen().fact() + "; " + card.requirement() + ".");
        if (!answer.seen().remedy().isEmpty() && CAN_BE_MENDED.contains(answer.effect())) {
            wrapped(INDENT, answer.seen().remedy() + ".");
        }
        if (!answer.because().isEmpty()) {
            wrapped(INDENT, answer.because());
        }
    }

    private static String word(Effect effect) {
        return effect.name().charAt(0) + effect.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void cards(String heading, List<Card> cards) {
        if (!cards.isEmpty()) {
            out.println();
            String names = cards.stream().map(Card::code).collect(Collectors.joining(" "));
            wrapped(heading, names);
        }
    }

    /// The first line begins with `heading`, the others below its end.
    private void wrapped(String heading, String text) {
        out.print(Wrapped.of(heading, INDENT, text));
    }
}
