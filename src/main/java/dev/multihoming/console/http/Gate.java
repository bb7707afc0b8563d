package dev.multihoming.console.http;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Decides which requests belong to the person who started the console.
///
/// Any page in the browser can send requests to loopback, and any name can resolve to it. So the Host must be one of
/// ours, a request that another site caused is refused, and every page needs the session cookie.
final class Gate {
    private static final int SECRET_BYTES = 32;
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final List<String> hosts;
    private final String cookieName;
    private final String session = secret();
    private final String token = secret();
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
        return isSame(token, given) && spent.compareAndSet(false, true)
                ? cookieName + "=" + session + "; HttpOnly; SameSite=Strict; Path=/"
                : "";
    }

    boolean isOurHost(Headers headers) {
        List<String> given = headers.getOrDefault("Host", List.of());
        return given.size() == 1 && hosts.contains(given.getFirst());
    }

    /// Whether the browser says that no other site caused the request. One without the header is decided by the
    /// cookie, and a write also by its Origin.
    boolean isFromOurPages(Headers headers) {
        return headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(OWN_SITE::contains);
    }

    /// A write must name an origin, and it must be the one that the request was sent to.
    boolean isOurWrite(Headers headers) {
        List<String> origins = headers.getOrDefault("Origin", List.of());
        return origins.size() == 1 && origins.getFirst().equals("http://" + headers.getFirst("Host"));
    }

    boolean hasSession(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .anyMatch(cookie -> isSame(cookieName + "=" + session, cookie));
    }

    /// What tells the request's session from others; that it has one is known.
    String session() {
        return session;
    }

    /// In constant time, so that an answer's delay tells nothing.
    private static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
