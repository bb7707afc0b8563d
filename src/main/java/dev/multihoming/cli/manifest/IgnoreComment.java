package dev.multihoming.cli.manifest;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A comment `# multihoming:ignore MHnnn reason`, which hides the warnings of a rule in its document.
///
/// @param rule its code or name, as it is written
/// @param reason why; empty where none is written
public record IgnoreComment(SourceSpan span, String rule, String reason) {
    private static final String KEYWORD = "multihoming:ignore";

    /// A line of its own, so that no value is taken for one.
    private static final Pattern LINE =
            Pattern.compile("^[ \\t]*# *" + KEYWORD + "(?:[ \\t]+(\\S+))?[ \\t]*(.*?)[ \\t\\r]*$", Pattern.MULTILINE);

    static List<IgnoreComment> in(Source source) {
        if (!source.text().contains(KEYWORD)) {
            return List.of();
        }
        List<IgnoreComment> comments = new ArrayList<>();
        Matcher line = LINE.matcher(source.text());
        while (line.find()) {
            int start = source.text().indexOf('#', line.start());
            comments.add(new IgnoreComment(
                    new SourceSpan(source, start, line.end()),
                    Optional.ofNullable(line.group(1)).orElse(""),
                    line.group(2)));
        }
        return comments;
    }

    boolean isOf(Problem problem) {
        return rule.equals(problem.code()) || rule.equals(problem.name());
    }

    /// Why it cannot hide anything; empty where it can.
    Optional<String> trouble() {
        Optional<Card> card = RuleBook.cards().stream()
                .filter(it -> it.code().equals(rule) || it.name().equals(rule))
                .findFirst();
        if (card.isEmpty()) {
            return Optional.of("there is no such rule");
        }
        return reason.isBlank() ? Optional.of("write a reason after the rule") : Optional.empty();
    }
}
