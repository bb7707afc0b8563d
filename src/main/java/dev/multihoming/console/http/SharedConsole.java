package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpExchange;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.pages.LoginPage;
import dev.multihoming.console.pages.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the console answers to the users of a cluster. Without a session there is the login form, and nothing else.
final class SharedConsole {
    private static final String FORM = "application/x-www-form-urlencoded";

    /// Of the texts that pages send. All sessions share the memory of one pod.
    private static final int MAX_BODY = 1024 * 1024;

    /// A token has some kilobytes.
    private static final int MAX_FORM = 64 * 1024;

    /// Of a body that is refused.
    private static final long MOST_PASSED_OVER = 8L * MAX_BODY;

    private final List<String> schemes;
    private final LoginDesk desk;
    private final Sessions sessions;
    private final BodyBudget bodies = new BodyBudget(8L * MAX_BODY, 2L * MAX_BODY);

    /// @param schemes of its pages, which an Origin may have
    SharedConsole(List<String> schemes, LoginDesk desk, Sessions sessions) {
        this.schemes = List.copyOf(schemes);
        this.desk = desk;
        this.sessions = sessions;
    }

    Answer answer(HttpExchange exchange) throws IOException {
        sessions.removeExpired();
        BrowserHeaders headers = new BrowserHeaders(exchange.getRequestHeaders());
        String path = exchange.getRequestURI().getPath();
        boolean isRead = exchange.getRequestMethod().equals("GET");
        if (isRead && path.equals(HealthServer.PATH)) {
            return Answer.text("ok\n");
        }
        if (!headers.isFromOurPages()) {
            // Such as a link in the cluster's own console. Only this path, which shows nothing.
            boolean isLink = isRead && path.equals("/") && headers.isNavigation();
            return LanguageChoice.ofOtherSite(
                    headers,
                    () -> isLink
                            ? Answer.html(LoginPage.forward())
                            : Answer.error(403, "Another site caused this request."));
        }
        return LanguageChoice.answer(exchange, LoginDesk.ATTRIBUTES, () -> dispatched(path, headers, exchange));
    }

    private Answer dispatched(String path, BrowserHeaders headers, HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> get(path, headers, exchange);
            case "POST" -> post(path, headers, exchange);
            default -> Answer.error(405, "Only GET and POST are answered.");
        };
    }

    private Answer get(String path, BrowserHeaders headers, HttpExchange exchange) throws IOException {
        Optional<Answer> asset = Routes.asset(path);
        if (asset.isPresent()) {
            return asset.get();
        }
        if (path.equals("/login")) {
            return desk.form();
        }
        Map<String, String> query;
        try {
            query = FormText.read(exchange.getRequestURI().getRawQuery());
        } catch (IllegalArgumentException _) {
            return Answer.error(400, "The query string cannot be decoded.");
        }
        Optional<Session> visit = visit(headers);
        if (visit.isEmpty()) {
            return Answer.redirect("/login", Map.of());
        }
        Session here = visit.get();
        return here.ifNotBusy(() -> Visitor.sees(here.user(), () -> page(here.routes(), path, query)));
    }

    private static Answer page(Routes routes, String path, Map<String, String> query) {
        try {
            return routes.get(path, query);
        } catch (Engine.Refused e) {
            return Answer.error(422, e.sentence());
        }
    }

    private Answer post(String path, BrowserHeaders headers, HttpExchange exchange) throws IOException {
        if (schemes.stream().noneMatch(headers::isOurWrite)) {
            return Answer.error(403, "Only the pages of this console may send this.");
        }
        String type = headers.only("Content-Type");
        if (path.equals("/login") || path.equals("/logout")) {
            if (!type.equals(FORM)) {
                return Answer.error(415, "Only " + FORM + " is taken.");
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM + 1);
            if (body.length > MAX_FORM) {
                return Answer.error(413, "The form has more than 64 KiB.");
            }
            return path.equals("/login") ? desk.logIn(headers, body) : desk.logOut(headers);
        }
        Optional<Session> visit = visit(headers);
        if (visit.isEmpty()) {
            return Answer.error(401, Session.ENDED);
        }
        if (!type.equals("application/json")) {
            return Answer.error(415, "Only application/json is taken.");
        }
        return visit.get().ifNotBusy(() -> post(visit.get(), path, exchange));
    }

    private Answer post(Session visit, String path, HttpExchange exchange) throws IOException {
        long bytes = announced(exchange);
        if (bytes > MAX_BODY) {
            passOver(exchange);
            return ConsoleServer.tooLarge(MAX_BODY);
        }
        if (!bodies.take(visit.owner(), bytes)) {
            passOver(exchange);
            return Answer.error(429, "Several large texts are being read at this moment. Try again.");
        }
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY ? ConsoleServer.tooLarge(MAX_BODY) : visit.post(path, body);
        } finally {
            bodies.giveBack(visit.owner(), bytes);
        }
    }

    /// A browser reads the answer when it has sent all. Nothing of it is kept; a body without an end is cut off.
    private static void passOver(HttpExchange exchange) throws IOException {
        long _ = exchange.getRequestBody().skip(MOST_PASSED_OVER);
    }

    /// How many bytes the body may have: the server reads no more than it announces, where it does.
    private static long announced(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        try {
            return length == null ? MAX_BODY : Math.max(0, Long.parseLong(length));
        } catch (NumberFormatException _) {
            return MAX_BODY;
        }
    }

    private Optional<Session> visit(BrowserHeaders headers) {
        return headers.cookies(LoginDesk.COOKIE)
                .flatMap(it -> sessions.visit(it).stream())
                .findFirst();
    }
}
