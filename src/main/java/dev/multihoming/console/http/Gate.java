package dev.multihoming.console.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Decides which requests belong to the person who started the console.
///
/// Any page in the browser can send requests to loopback, and any name can resolve to it. So the Host must be one of
/// ours, a request that another site caused is refused, and every page needs the session cookie.
final class Gate {
    private final List<String> hosts;
    private final String cookieName;
    private final String session = Secrets.make();
    private final String token = Secrets.make();
    private final AtomicBoolean spent = new AtomicBoolean();

    Gate(int port) {
        this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
        // Cookies do not know ports: two consoles at once must not share one.
        this.cookieName = "multihoming-" + port;
    }

    String token() {
        return token;
    }

    /// The value of Set-Cookie for that token, which is spent by it; empty for a wrong or spent one.
    String redeem(String given) {
        return Secrets.isSame(token, given) && spent.compareAndSet(false, true)
                ? cookieName + "=" + session + "; HttpOnly; SameSite=Strict; Path=/"
                : "";
    }

    boolean isOurHost(Headers headers) {
        List<String> given = headers.getOrDefault("Host", List.of());
        return given.size() == 1 && hosts.contains(given.getFirst());
    }

    boolean isFromOurPages(Headers headers) {
        return new BrowserHeaders(headers).isFromOurPages();
    }

    boolean isOurWrite(Headers headers) {
        return new BrowserHeaders(headers).isOurWrite("http");
    }

    boolean hasSession(Headers headers) {
        return new BrowserHeaders(headers).cookies(cookieName).anyMatch(it -> Secrets.isSame(session, it));
    }

    /// What tells the request's session from others; that it has one is known.
    String session() {
        return session;
    }
}
