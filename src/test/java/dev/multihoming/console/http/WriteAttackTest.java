package dev.multihoming.console.http;

import static dev.multihoming.console.http.Tickets.OF_OWN_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the requests that write. They are written by hand: a client of the library would mend them.
class WriteAttackTest {
    private static final String PLAN = "/api/writes/plan";
    private static final String CONFIRM = "/api/writes/confirm";
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([0-9a-f]+)\"");

    private final List<RuntimeException> defects = new ArrayList<>();
    private final RecordedWrites recorder = new RecordedWrites(3 * 512 * 1024);
    private Instant now = Instant.EPOCH;
    private ConsoleServer server;
    private String cookie;

    @BeforeEach
    void start() throws IOException {
        server = start(Optional.of(new WriteRoutes(recorder, OF_OWN_PROCESS, () -> now)));
        cookie = cookie(server.url());
    }

    private ConsoleServer start(Optional<WriteRoutes> writes) throws IOException {
        return ConsoleServer.startWith(0, new ConsoleServerTest.Hostile(), writes, defects::add);
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(defects).isEmpty();
    }

    @Test
    void aPlanIsWrittenOnceByItsTicket() throws IOException {
        String ticket = ticket();
        assertThat(recorder.written()).isEmpty();

        assertThat(confirm(ticket)).contains("\"verb\":\"CREATE\"");
        assertThat(confirm(ticket)).contains("Nothing was written now");
        assertThat(recorder.written()).containsExactly(recorder.change());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "null"})
    void noOtherTicketWrites(String ticket) throws IOException {
        assertThat(ticket()).isNotEmpty();
        assertThat(confirm(ticket)).contains("Nothing was written now");
        assertThat(recorder.written()).isEmpty();
    }

    @Test
    void theSecondRequestCannotNameAnotherObject() throws IOException {
        String body =
                "{\"ticket\":\"" + ticket() + "\",\"namespace\":\"other\",\"text\":\"kind: Evil\",\"object\":\"{}\"}";
        assertThat(post(CONFIRM, cookie + origin(), body)).startsWith("HTTP/1.1 200");
        assertThat(recorder.written()).containsExactly(recorder.change());
    }

    @Test
    void aTicketOfAnotherSessionWritesNothing() throws IOException {
        try (ConsoleServer other = start(Optional.of(new WriteRoutes(recorder, OF_OWN_PROCESS, () -> now)))) {
            String foreign = TICKET.matcher(send(
                            other.url(), request(other.url(), PLAN, cookie(other.url()) + origin(other.url()), "{}")))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertThat(confirm(foreign)).contains("Nothing was written now");
        }
        assertThat(post(CONFIRM, origin(), "{\"ticket\":\"" + ticket() + "\"}")).startsWith("HTTP/1.1 401");
        assertThat(recorder.written()).isEmpty();
    }

    @Test
    void aTicketEndsByItself() throws IOException {
        String ticket = ticket();
        now = now.plus(Tickets.LIFETIME);
        assertThat(confirm(ticket)).contains("older than 10 minutes");
        assertThat(recorder.written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, CONFIRM, "/api/writes/plan-deletion"})
    void onlyAPostOfOurPagesIsTaken(String path) throws IOException {
        assertThat(send(server.url(), get(path, cookie))).startsWith("HTTP/1.1 404");
        assertThat(post(path, cookie, "{}")).startsWith("HTTP/1.1 403");
        assertThat(post(path, cookie + "Origin: http://evil.example\r\n", "{}")).startsWith("HTTP/1.1 403");
        assertThat(post(path, cookie + "Origin: null\r\n", "{}")).startsWith("HTTP/1.1 403");
        assertThat(post(path, cookie + origin() + "Sec-Fetch-Site: cross-site\r\n", "{}"))
                .startsWith("HTTP/1.1 403");
        assertThat(post(path, origin(), "{}")).startsWith("HTTP/1.1 401");
        assertThat(recorder.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, CONFIRM, "/api/writes/plan-deletion", "/api/writes/", "/api/writes/other"})
    void withoutAllowWritesThereIsNoSuchPath(String path) throws IOException {
        try (ConsoleServer readOnly = start(Optional.empty())) {
            URI url = readOnly.url();
            String ours = cookie(url);
            assertThat(send(url, request(url, path, ours + origin(url), "{}"))).startsWith("HTTP/1.1 404");
            assertThat(send(
                            url,
                            get("/networks/new?type=bridge", ours)
                                    .replace(server.url().getAuthority(), url.getAuthority())))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("writes.js", "id=\"plan\"");
        }
        assertThat(send(server.url(), get("/networks/new?type=bridge", cookie))).contains("writes.js", "id=\"plan\"");
    }

    @Test
    void aTextLargerThanAnObjectIsRefused() throws IOException {
        String large = "{\"text\":\"" + "x".repeat(3 * 512 * 1024) + "\"}";
        assertThat(post(PLAN, cookie + origin(), large)).startsWith("HTTP/1.1 413");
        assertThat(post(PLAN, cookie + origin(), "no json")).startsWith("HTTP/1.1 400");
        assertThat(recorder.asked()).isZero();
    }

    private String ticket() throws IOException {
        Matcher ticket = TICKET.matcher(post(PLAN, cookie + origin(), "{\"text\":\"\"}"));
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    private String confirm(String ticket) throws IOException {
        return post(CONFIRM, cookie + origin(), "{\"ticket\":\"" + ticket + "\"}");
    }

    private String origin() {
        return origin(server.url());
    }

    private static String origin(URI url) {
        return "Origin: http://" + url.getAuthority() + "\r\n";
    }

    private String post(String path, String headers, String body) throws IOException {
        return send(server.url(), request(server.url(), path, headers, body));
    }

    private String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + server.url().getAuthority() + "\r\n" + headers
                + "Connection: close\r\n\r\n";
    }

    private static String request(URI url, String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    /// Spends the token.
    private static String cookie(URI url) throws IOException {
        String login = "GET " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nConnection: close\r\n\r\n";
        return send(url, login)
                .lines()
                .filter(line -> line.startsWith("Set-cookie: "))
                .map(line -> "Cookie: " + line.substring(12, line.indexOf(';')) + "\r\n")
                .findFirst()
                .orElseThrow();
    }

    private static String send(URI url, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
