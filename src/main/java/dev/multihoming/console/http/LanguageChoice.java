package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpExchange;
import dev.multihoming.console.pages.Language;
import dev.multihoming.console.pages.PageRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// In which language a request is answered: the one that its reader chose, else the first that the browser asks for.
/// A link with `language=` in its query chooses; a cookie remembers it.
final class LanguageChoice {
    private static final String COOKIE = "multihoming-language";
    private static final String PARAMETER = "language=";
    private static final String LOGIN = "/login";
    private static final String YEAR = "; Max-Age=31536000";

    private LanguageChoice() {}

    /// @param attributes of the cookie, each after a semicolon
    static Answer answer(HttpExchange exchange, String attributes, ScopedValue.CallableOp<Answer, IOException> work)
            throws IOException {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String path = exchange.getRequestURI().getRawPath();
        // The page of the login repeats nothing: a link to it can have a token.
        String rest = path.equals(LOGIN) ? "" : parts(query, it -> !it.startsWith(PARAMETER));
        Optional<Language> chosen =
                Language.of(parts(query, it -> it.startsWith(PARAMETER)).replace(PARAMETER, ""));
        // Two slashes at its start would lead to another host.
        if (chosen.isPresent() && exchange.getRequestMethod().equals("GET") && !path.startsWith("//")) {
            return Answer.redirect(
                    rest.isEmpty() ? path : path + "?" + rest,
                    Map.of("Set-Cookie", COOKIE + "=" + chosen.get().tag() + attributes + YEAR));
        }
        return new PageRequest(language(new BrowserHeaders(exchange.getRequestHeaders())), rest).answer(work);
    }

    /// A request of another site chooses nothing, and learns nothing of what was chosen: it is answered in a language
    /// that its browser asks for.
    static Answer ofOtherSite(BrowserHeaders headers, ScopedValue.CallableOp<Answer, IOException> work)
            throws IOException {
        return new PageRequest(preferred(headers), "").answer(work);
    }

    private static Language language(BrowserHeaders headers) {
        return headers.cookies(COOKIE)
                .flatMap(it -> Language.of(it).stream())
                .findFirst()
                .orElseGet(() -> preferred(headers));
    }

    private static Language preferred(BrowserHeaders headers) {
        return Language.preferred(headers.only("Accept-Language"));
    }

    private static String parts(String query, Predicate<String> which) {
        return Arrays.stream(query.split("&", -1)).filter(which).collect(Collectors.joining("&"));
    }
}
