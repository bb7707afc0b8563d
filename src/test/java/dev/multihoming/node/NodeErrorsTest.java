package dev.multihoming.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.diagnosis.NodeErrors;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every error that NodeIT records of the real Multus has an entry in the table of `multihoming diagnose`.
class NodeErrorsTest {
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");

    static Stream<String> recorded() {
        Map<String, NodeTruth> all = new TreeMap<>(NodeTruth.ofRules());
        all.putAll(NodeTruth.ofFixtures());
        return all.values().stream()
                .filter(NodeTruth::refuses)
                .flatMap(truth -> spelled(truth.error().pattern()))
                // The bound of the test itself, and a rule whose plugin does not run here.
                .filter(text -> !text.startsWith("^stopped: ") && !text.contains("?!"))
                // A denial of the webhook itself.
                .filter(text -> !text.startsWith("MH"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyErrorOfTheNodeIsKnown(String text) {
        assertThat(NodeErrors.in(text)).as(text).isNotEmpty();
    }

    @Test
    void rulesOfTheTableExist() {
        List<String> codes = RuleBook.cards().stream().map(card -> card.code()).toList();
        NodeErrors.all().forEach(error -> assertThat(codes).containsAll(error.rules()));
    }

    /// A text for each alternative of a simple pattern.
    private static Stream<String> spelled(String pattern) {
        Matcher group = GROUP.matcher(pattern);
        if (group.find() && !group.group(1).startsWith("?")) {
            MatchResult found = group.toMatchResult();
            return Stream.of(found.group(1).split("\\|"))
                    .flatMap(choice ->
                            spelled(pattern.substring(0, found.start()) + choice + pattern.substring(found.end())));
        }
        return Stream.of(pattern.split("\\|"))
                .map(text -> text.replace("\\S+", "x")
                        .replace("\\d", "1")
                        .replace(".*", "x")
                        .replace("[pP]", "p")
                        .replace("\\.", "."));
    }
}
