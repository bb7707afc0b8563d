package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.core.review.Effect;

/// How a problem is put into words, the same in every format.
final class Wordings {
    /// What a rule's code is appended to, to link its page.
    static final String PAGES = "https://multihoming.dev/rules/";

    private Wordings() {}

    /// `MH107 missing-network`.
    static String title(Problem problem) {
        return problem.code().isEmpty() ? problem.name() : problem.code() + " " + problem.name();
    }

    /// The fact and the requirement that it breaks.
    static String fact(Problem problem) {
        return problem.fact() + (problem.requirement().isEmpty() ? "" : "; " + problem.requirement()) + ".";
    }

    /// What to do; empty where the fact says it.
    static String remedy(Problem problem) {
        return problem.remedy().isEmpty() ? "" : problem.remedy() + ".";
    }

    /// Empty for what no rule finds.
    static String page(Problem problem) {
        return problem.code().isEmpty() ? "" : PAGES + problem.code();
    }

    /// Fact, requirement and remedy in a row.
    static String sentences(Problem problem) {
        String remedy = remedy(problem);
        String decided = problem.decidedBy();
        return fact(problem) + (remedy.isEmpty() ? "" : " " + remedy) + (decided.isEmpty() ? "" : " " + decided);
    }

    /// The rule and the reason, or why the comment has no effect.
    static String ignored(IgnoreOutcome outcome) {
        String rule = outcome.comment().rule().isEmpty()
                ? "no rule"
                : outcome.comment().rule();
        return outcome.warnings() == 0
                ? rule + ": " + outcome.trouble()
                : rule + ": " + outcome.comment().reason() + " (" + Count.of(outcome.warnings(), "warning") + ")";
    }

    static String word(Effect effect) {
        return effect == Effect.WARNED ? "warning" : effect.word();
    }
}
