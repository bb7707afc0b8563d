package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the running server. Requests are written by hand: a client of the library would mend them.
class ConsoleServerTest {
    private static final String ATTACK = "\"'><script>alert(1)</script>";

    private final List<RuntimeException> defects = new ArrayList<>();
    private ConsoleServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = ConsoleServer.start(0, new Hostile(), Optional.empty(), defects::add);
        url = server.url();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(defects).isEmpty();
    }

    @Test
    void theTokenOpensTheConsoleOnce() throws IOException {
        String first = get(url.getPath() + "?" + url.getQuery(), host(), "");
        assertThat(first)
                .startsWith("HTTP/1.1 303")
                .containsPattern("Set-cookie: [^;]+; HttpOnly; SameSite=Strict; Path=/");
        String second = get(url.getPath() + "?" + url.getQuery(), host(), "");
        assertThat(second).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=0000", "?other=1"})
    void noOtherTokenOpensIt(String query) throws IOException {
        assertThat(get("/login" + query, host(), ""))
                .startsWith("HTTP/1.1 403")
                .doesNotContainIgnoringCase("set-cookie");
        assertThat(cookie()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/networks",
                "/networks/new",
                "/networks/details",
                "/workloads",
                "/policies",
                "/policies/new",
                "/what-if",
                "/overview",
                "/attach",
                "/try",
                "/rules",
                "/rules/MH104",
                "/console.js",
                "/absent"
            })
    void nothingIsShownWithoutTheCookie(String path) throws IOException {
        assertThat(get(path, host(), "")).startsWith("HTTP/1.1 401");
        assertThat(get(path, host(), "Cookie: multihoming-" + url.getPort() + "=0000\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:80", ""})
    void aForeignHostIsRefused(String host) throws IOException {
        assertThat(get("/networks", host, cookie())).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aRequestOfAnotherSiteIsRefused(String site) throws IOException {
        String cookie = cookie();
        assertThat(get("/networks", host(), cookie + "Sec-Fetch-Site: " + site + "\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(post(cookie + origin() + "Sec-Fetch-Site: " + site + "\r\n")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Origin: null\r\n", "Origin: http://evil.example\r\n", "Origin: https://127.0.0.1\r\n"})
    void aPostOfAnotherOriginIsRefused(String origin) throws IOException {
        assertThat(post(cookie() + origin)).startsWith("HTTP/1.1 403");
    }

    @Test
    void aPostOfOurPagesIsAnswered() throws IOException {
        assertThat(post(cookie() + origin() + "Sec-Fetch-Site: same-origin\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(post(origin())).startsWith("HTTP/1.1 401");
    }

    @Test
    void aFormOfAnotherTypeIsRefused() throws IOException {
        String form = "POST /api/check HTTP/1.1\r\nHost: " + host() + "\r\n" + cookie() + origin()
                + "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        assertThat(send(form)).startsWith("HTTP/1.1 415");
    }

    @Test
    void everyAnswerForbidsScriptsOfOthersAndFrames() throws IOException {
        String cookie = cookie();
        for (String path : List.of("/networks", "/try", "/console.js", "/absent")) {
            String answer = get(path, host(), cookie);
            assertThat(answer)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "nosniff", "DENY")
                    .doesNotContain("unsafe-inline", "Access-Control");
        }
        assertThat(get("/networks", "evil.example", "")).contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/networks",
                "/networks/edit?namespace=a&name=b",
                "/networks?namespace=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/networks?name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/networks?by=segment",
                "/networks?by=segment&namespace=%22%3E%3Cscript%3Ealert(1)&name=%22%3E%3Cscript%3Ealert(1)&shared",
                "/networks/details?namespace=a&name=b",
                "/networks/details?namespace=%22%3E%3Cscript%3Ealert(1)&name=%22%3E%3Cscript%3Ealert(1)",
                "/workloads",
                "/workloads?namespace=%22%3E%3Cscript%3Ealert(1)&name=%22%3E%3Cscript%3Ealert(1)&network=%22%3E%3Cscript%3Ealert(1)",
                "/attach",
                "/attach?kind=Pod&namespace=a&name=b&network=%22%3E%3Cscript%3Ealert(1)",
                "/attach?kind=%22%3E%3Cscript%3Ealert(1)&namespace=%22%3E%3Cscript%3Ealert(1)&name=%22%3E%3Cscript%3Ealert(1)",
                "/networks/new?type=%22%3E%3Cscript%3Ealert(1)",
                "/networks/new?type=bridge",
                "/overview",
                "/overview?namespace=%22%3E%3Cscript%3Ealert(1)",
                "/policies",
                "/policies/new",
                "/what-if",
                "/policies?namespace=%22%3E%3Cscript%3Ealert(1)",
                "/policies/new?name=%22%3E%3Cscript%3Ealert(1)&mode=%22%3E%3Cscript%3Ealert(1)",
                "/policies/new?kind=exemption&name=a&reason=%22%3E%3Cscript%3Ealert(1)",
                "/what-if?draft.name=%22%3E%3Cscript%3Ealert(1)",
                "/what-if?start=a/b&rule=%22%3E%3Cscript%3Ealert(1)&namespace=%22%3E%3Cscript%3Ealert(1)",
                "/networks/new?template=%22%3E%3Cscript%3Ealert(1)&type=bridge",
                "/networks/edit?namespace=%22%3E%3Cscript%3Ealert(1)&name=%22%3E%3Cscript%3Ealert(1)",
                "/rules?contains=%22%3E%3Cscript%3Ealert(1)",
                "/rules/MH104"
            })
    void textOfTenantsIsNeverMarkup(String path) throws IOException {
        assertThat(get(path, host(), cookie())).startsWith("HTTP/1.1 200").doesNotContain("<script>alert", "'><script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../console.css",
                "/console/../application.properties",
                "/%2e%2e/etc/passwd",
                "/rules/../../application.properties",
                "/rules/..%2f..%2fapplication.properties",
                "//etc/passwd",
                "/application.properties"
            })
    void aPathIsNeverTheNameOfAFile(String path) throws IOException {
        assertThat(get(path, host(), cookie())).startsWith("HTTP/1.1 404");
    }

    private String host() {
        return "127.0.0.1:" + url.getPort();
    }

    private String origin() {
        return "Origin: http://" + host() + "\r\n";
    }

    /// Spends the token.
    private String cookie() throws IOException {
        String answer = get(url.getPath() + "?" + url.getQuery(), host(), "");
        return answer.lines()
                .filter(line -> line.startsWith("Set-cookie: "))
                .map(line -> "Cookie: " + line.substring(12, line.indexOf(';')) + "\r\n")
                .findFirst()
                .orElse("");
    }

    private String get(String path, String host, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private String post(String headers) throws IOException {
        return send("POST /api/check HTTP/1.1\r\nHost: " + host() + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: 11\r\nConnection: close\r\n\r\n{\"text\":\"\"}");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Networks of a tenant who tries to run scripts, in every field that a page shows.
    static final class Hostile implements Engine {
        @Override
        public Review check(String text) {
            return new Review(ATTACK, List.of(), text, List.of(ATTACK));
        }

        @Override
        public String explain(String text) {
            return ATTACK;
        }

        @Override
        public Networks networks(Selected selected) {
            return new Networks(List.of(new Network(ATTACK, ATTACK, ATTACK, ATTACK, ATTACK, 1)), List.of(ATTACK));
        }

        @Override
        public Optional<String> network(String namespace, String name) {
            return Optional.of("</textarea>" + ATTACK);
        }

        @Override
        public String draft(String type, String namespace, String name, Map<String, String> fields) {
            return ATTACK;
        }

        @Override
        public String edit(String text, String field, String value) {
            return ATTACK;
        }

        @Override
        public Optional<Form> form(String text) {
            return Optional.of(new Form("bridge", Map.of("vlan", ATTACK), ATTACK));
        }

        @Override
        public Attachments attachments() {
            return new HostileAttachments(ATTACK);
        }

        @Override
        public Topology topology() {
            return new HostileTopology(ATTACK);
        }

        @Override
        public Overview overview(String namespace) {
            return HostileTopology.overview(ATTACK);
        }

        @Override
        public PolicyChanges policies() {
            return new HostilePolicies(ATTACK);
        }

        @Override
        public Governance governance() {
            return new HostileGovernance(ATTACK);
        }

        @Override
        public Optional<String> rulePage(String code) {
            return code.equals("MH104") ? Optional.of(ATTACK) : Optional.empty();
        }
    }
}
