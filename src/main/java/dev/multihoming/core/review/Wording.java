package dev.multihoming.core.review;

import java.util.List;
import java.util.stream.Collectors;

/// How a finding becomes a sentence that a developer can act on.
public final class Wording {
    /// What the API server passes on of one warning before it cuts it.
    static final int MAX_WARNING_CHARS = 256;

    /// The most findings that one answer spells out: a hostile text can have thousands, and nobody reads
    /// the twenty-first.
    public static final int MAX_FINDINGS = 20;

    /// Facts and remedies are short, but they quote other people's text.
    static final int MAX_CLAUSE_CHARS = 1000;

    /// Where the code of a rule goes in the address of its page.
    private static final String CODE = "{code}";

    private final String pages;

    /// `pages` links the page of a rule: its code replaces `{code}`, or is appended.
    public Wording(String pages) {
        this.pages = pages;
    }

    /// The message of a denial: every finding on a line of its own.
    public String denial(List<Finding> findings) {
        String message = shown(findings).stream().map(this::sentence).collect(Collectors.joining("\n"));
        int more = findings.size() - MAX_FINDINGS;
        return more > 0 ? message + "\n… and " + more + " more findings" : message;
    }

    /// The same, and whose decision it was, where that is not empty.
    public String denial(List<Finding> findings, String decidedBy) {
        return decidedBy.isEmpty() ? denial(findings) : denial(findings) + "\n" + decidedBy;
    }

    /// The findings that an answer spells out.
    public static <T> List<T> shown(List<T> findings) {
        return findings.subList(0, Math.min(findings.size(), MAX_FINDINGS));
    }

    /// `MH105 cross-namespace-network: <where>: <fact>; <requirement>. <remedy>. (<page>)`.
    public String sentence(Finding finding) {
        Card card = finding.card();
        Violation seen = finding.violation();
        StringBuilder sentence = new StringBuilder(256)
                .append(card.code())
                .append(' ')
                .append(card.name())
                .append(": ")
                .append(seen.location())
                .append(": ")
                .append(cut(seen.fact(), MAX_CLAUSE_CHARS))
                .append("; ")
                .append(card.requirement())
                .append('.');
        if (!seen.remedy().isEmpty()) {
            sentence.append(' ').append(cut(seen.remedy(), MAX_CLAUSE_CHARS)).append('.');
        }
        return sentence.append(" (").append(page(card)).append(')').toString();
    }

    private String page(Card card) {
        return pages.contains(CODE) ? pages.replace(CODE, card.code()) : pages + card.code();
    }

    /// One line, the fact first, then as much of the remedy as fits.
    public String warning(Card card, Violation seen) {
        String tail = " (" + card.code() + " " + card.name() + ")";
        String remedy = seen.remedy().isEmpty() ? "" : ". " + seen.remedy();
        String whole = seen.fact() + remedy;
        int room = MAX_WARNING_CHARS - tail.length();
        return cut(whole, room) + tail;
    }

    private static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
