package dev.multihoming.console.http;

import static dev.multihoming.console.http.SharedConsoleFixture.cookie;
import static dev.multihoming.console.http.SharedConsoleFixture.proof;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.multihoming.console.engine.TokenLogin.User;
import dev.multihoming.console.http.SharedConsoleFixture.OfOneUser;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions of several users. A token is `token-of-` and the name of its user.
class SharedConsoleServerTest {
    private static final String TOKEN = "token-of-";
    private static final String REFUSED = "The API server does not accept this token.";

    @TempDir
    private Path folder;

    private SharedConsoleFixture console;

    @BeforeEach
    void start() throws IOException {
        console = new SharedConsoleFixture(
                folder,
                token -> token.startsWith(TOKEN)
                        ? Optional.of(user(token.substring(TOKEN.length())))
                        : Optional.empty());
    }

    @AfterEach
    void nothingFailed() {
        console.close();
        assertThat(console.defects()).isEmpty();
    }

    @Test
    void withoutTlsItListensOnLoopbackOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SharedConsoleServer.Settings(
                        new InetSocketAddress(0), Optional.empty(), SharedConsoleFixture.LIMITS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/networks", "/networks/new", "/networks/edit", "/try", "/rules", "/rules/MH104", "/absent"
            })
    void withoutASessionThereIsOnlyTheLoginForm(String path) throws IOException {
        for (String headers : List.of("", "Cookie: __Host-multihoming=\r\n", "Cookie: __Host-multihoming=abc\r\n")) {
            assertThat(console.get(path, headers)).startsWith("HTTP/1.1 303").contains("Location: /login");
        }
        assertThat(console.check("")).startsWith("HTTP/1.1 401").doesNotContain("checked");
    }

    @Test
    void eachUserSeesTheOwnNetworks() throws IOException {
        String ann = session("ann");
        String bob = session("bob");

        assertThat(console.get("/networks", ann))
                .startsWith("HTTP/1.1 200")
                .contains("net-of-ann", "<span>ann</span>", "action=\"/logout\"")
                .doesNotContain("bob");
        assertThat(console.get("/networks", bob)).contains("net-of-bob").doesNotContain("ann");
        assertThat(console.check(ann)).contains("checked for ann");
        assertThat(console.get("/networks/edit?namespace=ann&name=x", bob)).startsWith("HTTP/1.1 404");
    }

    @Test
    void theNameOfAUserIsNeverMarkup() throws IOException {
        // Not a token that a header can have: the name comes from the API server.
        assertThat(console.get("/try", session("x_x"))).contains("<span>&lt;x&gt;</span>");
    }

    @Test
    void theCookieIsForThisHostAndForNoScript() throws IOException {
        String answer = console.logIn(TOKEN + "ann", "");

        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /networks");
        assertThat(answer.lines().filter(it -> it.startsWith("Set-cookie")).toList())
                .singleElement()
                .asString()
                .matches("Set-cookie: __Host-multihoming=[0-9a-f]{64}; Secure; HttpOnly; SameSite=Strict; Path=/");
        assertThat(console.get("/login", ""))
                .containsPattern("__Host-multihoming-login=[0-9a-f]{64}; Secure; HttpOnly; SameSite=Strict; Path=/")
                .contains("Strict-transport-security: max-age=", "Referrer-policy: same-origin", "no-store");
    }

    @Test
    void aSessionThatWasThereBeforeIsNotUsed() throws IOException {
        String planted = "Cookie: __Host-multihoming=" + "0".repeat(64) + "\r\n";
        String first = cookie(console.logIn(TOKEN + "ann", planted));
        assertThat(console.get("/networks", planted)).startsWith("HTTP/1.1 303");

        String second = cookie(console.logIn(TOKEN + "bob", first));
        assertThat(second).isNotEqualTo(first);
        assertThat(console.get("/networks", first)).startsWith("HTTP/1.1 303");
    }

    @Test
    void anIdleSessionEnds() throws IOException {
        String session = session("ann");
        console.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(console.get("/networks", session)).startsWith("HTTP/1.1 200");
        console.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(console.check(session)).startsWith("HTTP/1.1 200");

        console.pass(Duration.ofMinutes(15));
        assertThat(console.check(session)).startsWith("HTTP/1.1 401").contains("Your session has ended.");
        assertThat(console.get("/networks", session)).contains("Location: /login");
    }

    @Test
    void aSessionInUseEndsToo() throws IOException {
        String session = session("ann");
        for (int i = 0; i < 47; i++) {
            console.pass(Duration.ofMinutes(10));
            assertThat(console.get("/networks", session)).startsWith("HTTP/1.1 200");
        }
        console.pass(Duration.ofMinutes(10));
        assertThat(console.get("/networks", session)).startsWith("HTTP/1.1 303");
    }

    @Test
    void afterLogoutTheCookieOpensNothing() throws IOException {
        String session = session("ann");
        String other = session("ann");
        String answer = logOut(session, console.origin());

        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /login", "Max-Age=0", "\"storage\"");
        assertThat(console.get("/networks", session)).startsWith("HTTP/1.1 303");
        assertThat(console.check(session)).startsWith("HTTP/1.1 401");
        assertThat(console.get("/networks", other)).startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherSiteCannotLogOut() throws IOException {
        String session = session("ann");
        for (String headers : List.of(
                "",
                "Origin: https://evil.example\r\n",
                "Origin: null\r\n",
                console.origin() + "Sec-Fetch-Site: same-site\r\n")) {
            assertThat(logOut(session, headers)).startsWith("HTTP/1.1 403");
        }
        assertThat(console.get("/logout", session)).startsWith("HTTP/1.1 404");
        assertThat(console.get("/networks", session)).startsWith("HTTP/1.1 200");
    }

    /// Else a user would draft networks in the session of another one.
    @Test
    void anotherSiteCannotLogIn() throws IOException {
        String form = console.get("/login", "");
        String own = cookie(form);
        String token = TOKEN + "evil";
        List<String> answers = List.of(
                console.sendForm(token, proof(form), own),
                console.sendForm(token, proof(form), own + "Origin: https://evil.example\r\n"),
                console.sendForm(token, proof(form), own + "Origin: http://" + console.host() + "\r\n"),
                console.sendForm(token, proof(form), own + "Origin: null\r\n"),
                console.sendForm(token, proof(form), own + console.origin() + console.origin()),
                console.sendForm(token, proof(form), own + console.origin() + "Sec-Fetch-Site: cross-site\r\n"),
                console.sendForm(token, proof(form), own + console.origin() + "Sec-Fetch-Site: same-site\r\n"),
                console.sendForm(token, proof(form), console.origin()),
                console.sendForm(token, "", console.origin() + "Cookie: __Host-multihoming-login=\r\n"),
                console.sendForm(token, proof(console.get("/login", "")), console.origin() + own));

        assertThat(answers)
                .allSatisfy(it ->
                        assertThat(it).startsWith("HTTP/1.1 403").doesNotContain("__Host-multihoming=", "Location"));
        assertThat(console.post("/login", "text/plain", own + console.origin(), "x"))
                .startsWith("HTTP/1.1 415");
        assertThat(console.get("/login?token=" + token, own)).doesNotContain("__Host-multihoming=", "Location", token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "a b", "a\r\nX-Injected: 1", "ключ", "eyJ.eyJ.sig", "system:admin", "a:b@c"})
    void aFailedLoginTellsNothing(String token) throws IOException {
        String answer = console.logIn(token, "");

        assertThat(answer)
                .startsWith("HTTP/1.1 403")
                .contains(REFUSED)
                .doesNotContain("__Host-multihoming=", "X-Injected");
        assertThat(withoutSecrets(answer)).isEqualTo(withoutSecrets(console.logIn("other", "")));
    }

    @Test
    void aTokenIsInNoAnswer() throws IOException {
        String session = session("secret");
        for (String path : List.of("/networks", "/try", "/rules", "/networks/new?type=bridge", "/login", "/absent")) {
            assertThat(console.get(path, session)).doesNotContain(TOKEN);
        }
        assertThat(console.logIn("no-" + TOKEN + "secret", "")).doesNotContain(TOKEN);
    }

    @Test
    void sessionsAreBounded() throws IOException {
        String ann = session("ann");
        for (String name : List.of("bob", "eve", "fay", "guy", "hal")) {
            session(name);
        }
        assertThat(console.logIn(TOKEN + "dan", "")).startsWith("HTTP/1.1 503").doesNotContain("__Host-multihoming=");
        assertThat(console.get("/networks", ann)).startsWith("HTTP/1.1 200");

        console.pass(Duration.ofMinutes(15));
        assertThat(console.get("/networks", session("dan"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void oneUserDoesNotTakeThePlaceOfOthers() throws IOException {
        String first = session("ann");
        console.pass(Duration.ofSeconds(1));
        for (int i = 0; i < SessionLimits.OF_ONE_USER; i++) {
            session("ann");
        }
        assertThat(console.get("/networks", first)).startsWith("HTTP/1.1 303");
        assertThat(console.get("/networks", session("bob"))).startsWith("HTTP/1.1 200");
    }

    /// Who may create accounts in a namespace has as many users as they like.
    @Test
    void accountsOfOneNamespaceTakeNoPlaceOfOthers() throws IOException {
        String ann = session("ann");
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            console.pass(Duration.ofSeconds(1));
            sessions.add(session("sa.evil.robot-" + i));
        }
        String bob = session("bob");

        assertThat(console.get("/networks", ann)).startsWith("HTTP/1.1 200");
        assertThat(console.get("/networks", bob)).startsWith("HTTP/1.1 200");
        assertThat(console.get("/networks", sessions.get(15))).startsWith("HTTP/1.1 303");
        assertThat(console.get("/networks", sessions.getLast())).startsWith("HTTP/1.1 200");
    }

    @Test
    void aLinkOfAnotherSiteLeadsIn() throws IOException {
        String session = session("ann");
        String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";

        assertThat(console.get("/", link)).startsWith("HTTP/1.1 200").contains("url=/networks");
        assertThat(console.get("/networks", link + session))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("ann");
        assertThat(console.get("/", link.replace("document", "iframe"))).startsWith("HTTP/1.1 403");
        assertThat(console.check(session + "Sec-Fetch-Site: same-site\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void probesNeedNoSession() throws Exception {
        assertThat(console.get("/healthz", "")).startsWith("HTTP/1.1 200").endsWith("ok\n");
        try (HealthServer health = HealthServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                HttpClient client = HttpClient.newHttpClient()) {
            String origin = "http://127.0.0.1:" + health.port();
            assertThat(answer(client, origin + "/healthz")).isEqualTo("200 ok\n");
            assertThat(answer(client, origin + "/networks")).startsWith("404");
        }
    }

    private static String answer(HttpClient client, String url) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() throws IOException {
        X509Certificate old = console.certificate();
        ServingCertificate.writeInto(folder);
        console.pass(Duration.ofSeconds(5));

        assertThat(console.certificate()).isNotEqualTo(old);
    }

    private static User user(String name) {
        String known = name.startsWith("sa.")
                ? "system:serviceaccount:" + name.substring(3).replace('.', ':')
                : name;
        return new User(known.replace("x_x", "<x>"), new OfOneUser(name), Optional.empty());
    }

    private String session(String name) throws IOException {
        String session = cookie(console.logIn(TOKEN + name, ""));
        assertThat(session).startsWith("Cookie: __Host-multihoming=");
        return session;
    }

    private String logOut(String session, String headers) throws IOException {
        return console.post("/logout", "application/x-www-form-urlencoded", session + headers, "");
    }

    private static String withoutSecrets(String answer) {
        return answer.replaceAll("[0-9a-f]{64}", "SECRET").replaceAll("(?m)^Date:.*$", "");
    }
}
