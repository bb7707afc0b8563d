package dev.multihoming.console.http;

import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.TokenLogin;
import dev.multihoming.console.engine.TokenLogin.User;
import dev.multihoming.console.pages.LoginPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Begins and ends sessions. A page says no more of a failed login than that the token is not accepted.
final class LoginDesk {
    /// Browsers take a cookie of this prefix only with Secure, from its host alone and for all its paths.
    static final String COOKIE = "__Host-multihoming";

    /// Proves that a login form was sent by the browser that got it: the form has the same text.
    private static final String PROOF = "__Host-multihoming-login";

    static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Strict; Path=/";
    private static final String REFUSED = "The API server does not accept this token.";

    /// RFC 6750, section 2.1. Anything else would not be a header's value.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,16000}={0,2}");

    /// The API server is asked by strangers here.
    private static final int AT_ONCE = 8;

    /// Of each login for its turn: who sends many at once makes others wait, and keeps none out.
    private static final Duration WAIT = Duration.ofSeconds(10);

    /// More of them than a person would send, and few enough for the memory of all.
    private static final int WAITING = 200;

    private final TokenLogin login;
    private final Sessions sessions;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    LoginDesk(TokenLogin login, Sessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    Answer form() {
        return form(200, "");
    }

    private static Answer form(int status, String failure) {
        String proof = Secrets.make();
        return Answer.html(status, LoginPage.of(proof, failure))
                .with(Map.of("Set-Cookie", PROOF + "=" + proof + ATTRIBUTES));
    }

    /// The API server decides about the token.
    Answer logIn(BrowserHeaders headers, byte[] body) {
        Map<String, String> sent;
        try {
            sent = FormText.read(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return form(400, "The form data cannot be decoded.");
        }
        String proof = sent.getOrDefault("proof", "");
        if (headers.cookies(PROOF).noneMatch(it -> !it.isEmpty() && Secrets.isSame(proof, it))) {
            return form(403, "This form has expired, or your browser blocks cookies. Try again.");
        }
        String token = sent.getOrDefault("token", "").strip();
        if (!TOKEN.matcher(token).matches()) {
            return form(403, REFUSED);
        }
        if (!isItsTurn()) {
            return form(503, "Too many people log in at this moment. Try again.");
        }
        try {
            return login.user(token).map(it -> begin(it, headers)).orElseGet(() -> form(403, REFUSED));
        } catch (Engine.Refused e) {
            return form(502, e.sentence());
        } finally {
            free.release();
        }
    }

    /// In the order of their coming.
    private boolean isItsTurn() {
        try {
            return free.getQueueLength() < WAITING && free.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Always a new secret: one that the browser had before, or was given by others, opens nothing.
    private Answer begin(User user, BrowserHeaders headers) {
        headers.cookies(COOKIE).forEach(sessions::end);
        Optional<String> secret = sessions.begin(user);
        return secret.map(it -> Answer.redirect("/networks", Map.of("Set-Cookie", COOKIE + "=" + it + ATTRIBUTES)))
                .orElseGet(() -> form(503, "Too many people are logged in. Try again later."));
    }

    /// The browser forgets the drafts of its tabs, too.
    Answer logOut(BrowserHeaders headers) {
        headers.cookies(COOKIE).forEach(sessions::end);
        return Answer.redirect(
                "/login",
                Map.of("Set-Cookie", COOKIE + "=" + ATTRIBUTES + "; Max-Age=0", "Clear-Site-Data", "\"storage\""));
    }
}
