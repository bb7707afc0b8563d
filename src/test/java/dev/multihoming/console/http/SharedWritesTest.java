package dev.multihoming.console.http;

import static dev.multihoming.console.http.SharedConsoleFixture.cookie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.TokenLogin.User;
import dev.multihoming.console.http.SharedConsoleFixture.OfOneUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the writes of the shared console, by strangers and by other users. A token is the name of its user; that
/// of `reader` has no writes.
class SharedWritesTest {
    private static final int MOST = 256 * 1024;
    private static final String JSON = "application/json";
    private static final String PLAN = "/api/writes/plan";
    private static final String CONFIRM = "/api/writes/confirm";
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([0-9a-f]+)\"");

    private final Map<String, RecordedWrites> recorders = new HashMap<>();

    @TempDir
    private Path folder;

    private SharedConsoleFixture console;

    @BeforeEach
    void start() throws IOException {
        console = new SharedConsoleFixture(folder, token -> Optional.of(user(token)));
    }

    private User user(String name) {
        return new User(
                name, new OfOneUser(name), name.equals("reader") ? Optional.empty() : Optional.of(recorder(name)));
    }

    private RecordedWrites recorder(String user) {
        return recorders.computeIfAbsent(user, _ -> new RecordedWrites(MOST));
    }

    @AfterEach
    void nothingFailed() {
        console.close();
        assertThat(console.defects()).isEmpty();
    }

    @Test
    void aPlanIsWrittenOnceWithTheRightsOfItsUser() throws IOException {
        String ann = session("ann");
        session("bob");
        String ticket = ticket(ann);
        assertThat(written("ann")).isZero();

        assertThat(confirm(ann, ticket)).contains("\"verb\":\"CREATE\"");
        assertThat(confirm(ann, ticket)).contains("Nothing was written now");
        assertThat(written("ann")).isOne();
        assertThat(written("bob")).isZero();
    }

    /// Neither another user nor the same user in another browser.
    @Test
    void aTicketOfAnotherSessionWritesNothing() throws IOException {
        String ticket = ticket(session("ann"));

        for (String session : new String[] {session("bob"), session("ann")}) {
            assertThat(confirm(session, ticket)).contains("Nothing was written now");
        }
        assertThat(confirm("", ticket)).startsWith("HTTP/1.1 401");
        assertThat(written("ann") + written("bob")).isZero();
    }

    @Test
    void aTicketEndsWithItsSession() throws IOException {
        String session = session("ann");
        String ticket = ticket(session);
        console.post("/logout", "application/x-www-form-urlencoded", session + console.origin(), "");

        assertThat(confirm(session, ticket)).startsWith("HTTP/1.1 401");
        assertThat(confirm(session("ann"), ticket)).contains("Nothing was written now");
        assertThat(written("ann")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, CONFIRM, "/api/writes/plan-deletion"})
    void onlyAPostOfOurPagesIsTaken(String path) throws IOException {
        String session = session("ann");

        assertThat(console.get(path, session)).startsWith("HTTP/1.1 404");
        for (String headers : new String[] {
            "",
            "Origin: null\r\n",
            "Origin: https://evil.example\r\n",
            console.origin() + "Origin: https://evil.example\r\n",
            console.origin() + "Sec-Fetch-Site: same-site\r\n",
            console.origin() + "Sec-Fetch-Site: cross-site\r\n"
        }) {
            assertThat(console.post(path, JSON, session + headers, "{}")).startsWith("HTTP/1.1 403");
        }
        assertThat(console.post(path, "text/plain", session + console.origin(), "{}"))
                .startsWith("HTTP/1.1 415");
        assertThat(console.post(path, JSON, console.origin(), "{}")).startsWith("HTTP/1.1 401");
        assertThat(recorder("ann").asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, CONFIRM, "/api/writes/plan-deletion", "/api/writes/", "/api/writes/other"})
    void withoutWritesThereIsNoSuchPath(String path) throws IOException {
        String reader = session("reader");

        assertThat(console.post(path, JSON, reader + console.origin(), "{}")).startsWith("HTTP/1.1 404");
        assertThat(console.get("/networks/new?type=bridge", reader))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("writes.js", "id=\"plan\"");
        assertThat(console.get("/networks/new?type=bridge", session("ann"))).contains("writes.js", "id=\"plan\"");
    }

    /// What sessions keep is bounded: they share the memory of one pod.
    @Test
    void aSessionKeepsFewPlansOfBoundedSize() throws IOException {
        String ann = session("ann");
        String oldest = ticket(ann);
        for (int i = 0; i < Tickets.OF_SESSION; i++) {
            ticket(ann);
        }

        assertThat(confirm(ann, oldest)).contains("Nothing was written now");
        String large = "{\"text\":\"" + "x".repeat(MOST) + "\"}";
        assertThat(console.post(PLAN, JSON, ann + console.origin(), large))
                .startsWith("HTTP/1.1 413")
                .contains("The text has more than 256 KiB.");
    }

    /// Also of other requests. It is passed over, and not kept.
    @Test
    void aTextLargerThanAllSessionsHaveMemoryForIsNotKept() throws IOException {
        String ann = session("ann");
        String headers = ann + console.origin() + "Content-Type: application/json\r\nHost: " + console.host() + "\r\n";

        assertThat(console.send("POST /api/check HTTP/1.1\r\n" + headers
                        + "Content-Length: 2000000\r\nConnection: close\r\n\r\n" + "x".repeat(2_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("The text has more than 1 MiB; split it.");
    }

    private int written(String user) {
        return recorder(user).written().size();
    }

    private String ticket(String session) throws IOException {
        Matcher ticket = TICKET.matcher(console.post(PLAN, JSON, session + console.origin(), "{\"text\":\"\"}"));
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    private String confirm(String session, String ticket) throws IOException {
        return console.post(CONFIRM, JSON, session + console.origin(), "{\"ticket\":\"" + ticket + "\"}");
    }

    private String session(String name) throws IOException {
        return cookie(console.logIn(name, ""));
    }
}
