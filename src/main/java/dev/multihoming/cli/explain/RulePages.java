package dev.multihoming.cli.explain;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The page of each rule, as it lies in docs/rules, out of the jar.
public final class RulePages {
    private RulePages() {}

    /// The rule of that code or name; case does not matter.
    public static Optional<Card> rule(String codeOrName) {
        String wanted = codeOrName.toLowerCase(Locale.ROOT);
        return RuleBook.cards().stream()
                .filter(card -> card.code().toLowerCase(Locale.ROOT).equals(wanted)
                        || card.name().equals(wanted))
                .findFirst();
    }

    /// Its page, in Markdown.
    public static String page(Card card) {
        try (InputStream page = RulePages.class.getResourceAsStream("/rule-pages/" + card.code() + ".md")) {
            if (page == null) {
                throw new IllegalStateException("the jar has no page of " + card.code());
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
