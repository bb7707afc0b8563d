package dev.multihoming.endurance;

import dev.multihoming.endurance.Sample.Figure;
import java.util.List;

/// What a run found, as docs/endurance.md shows it.
///
/// @param remarks further figures, a sentence each
/// @param skippedMutations calls of the mutating webhook that got no answer, by the API server's count
record Report(List<Sample> samples, Ledger ledger, int skippedMutations, List<String> remarks) {
    private static final int EVERY = 5;

    boolean isGood() {
        return skippedMutations == 0
                && List.of(Outcome.WRONG, Outcome.FAILED, Outcome.NOT_TAKEN).stream()
                        .allMatch(outcome -> ledger.of(outcome) == 0)
                && Sample.FIGURES.stream()
                        .filter(Figure::isBounded)
                        .noneMatch(figure -> trend(figure).isSignificant());
    }

    private Trend trend(Figure figure) {
        return Trend.of(lastHalf().stream().map(figure.value()::applyAsDouble).toList());
    }

    private List<Sample> lastHalf() {
        return samples.subList(samples.size() / 2, samples.size());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        appendRequests(text);
        text.append('\n').append(Sample.HEADING);
        samples.stream()
                .filter(sample -> samples.size() < 2 * EVERY || sample.minute() == 1 || sample.minute() % EVERY == 0)
                .forEach(text::append);
        text.append("%nThe last %d minutes:%n%n".formatted(lastHalf().size()));
        text.append("| third replica | mean | slope, per hour | standard error | trend |\n|---|---|---|---|---|\n");
        for (Figure figure : Sample.FIGURES) {
            text.append("| %s | %s |%n".formatted(figure.name(), trend(figure)));
        }
        text.append("\nCalls of the mutating webhook without an answer: %d.\n".formatted(skippedMutations));
        remarks.forEach(remark -> text.append(remark).append('\n'));
        ledger.examples().forEach(example -> text.append("!! ").append(example).append('\n'));
        return text.toString();
    }

    private void appendRequests(StringBuilder text) {
        text.append("| requests | right | wrong | failed | unverified | not taken |\n|---|---|---|---|---|---|\n");
        for (String kind : ledger.kinds()) {
            text.append("| %s |".formatted(kind));
            for (Outcome outcome : Outcome.values()) {
                text.append(" %d |".formatted(ledger.of(kind, outcome)));
            }
            text.append('\n');
        }
    }
}
