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
/// @param isExact whether it is spelt so, and on a line of its own
public record IgnoreComment(SourceSpan span, String rule, String reason, boolean isExact) {
    private static final String KEYWORD = "multihoming:ignore";

    /// Also what is probably meant as one.
    private static final Pattern LINE = Pattern.compile(
            "^(.*?)(#[ \\t]*multihoming:[ \\t]*ignore)\\b(?:[ \\t]+(\\S+))?[ \\t]*(.*?)[ \\t\\r]*$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    static List<IgnoreComment> in(Source source) {
        List<IgnoreComment> comments = new ArrayList<>();
        Matcher line = LINE.matcher(source.text());
        while (line.find()) {
            boolean isExact = line.group(1).isBlank()
                    && line.group(2).substring(1).strip().equals(KEYWORD);
            comments.add(new IgnoreComment(
                    new SourceSpan(source, line.start(2), line.end()),
                    Optional.ofNullable(line.group(3)).orElse(""),
                    line.group(4),
                    isExact));
        }
        return comments;
    }

    boolean isOf(Problem problem) {
        return rule.equals(problem.code()) || rule.equals(problem.name());
    }

    /// Why it cannot hide anything; empty where it can.
    Optional<String> trouble() {
        if (!isExact) {
            return Optional.of("write it on a line of its own, as # " + KEYWORD + " CODE REASON");
        }
        Optional<Card> card = RuleBook.cards().stream()
                .filter(it -> it.code().equals(rule) || it.name().equals(rule))
                .findFirst();
        if (card.isEmpty()) {
            return Optional.of("there is no such rule");
        }
        return reason.isBlank() ? Optional.of("write a reason after the rule") : Optional.empty();
    }
}
