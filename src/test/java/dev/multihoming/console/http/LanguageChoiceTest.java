package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages in the language of the browser, or in that of the switch in the masthead.
class LanguageChoiceTest {
    private static final String CHINESE = "Accept-Language: zh-CN,zh;q=0.9\r\n";

    private final List<RuntimeException> defects = new ArrayList<>();
    private ConsoleServer server;
    private String session = "";

    @BeforeEach
    void start() throws IOException {
        server = ConsoleServer.start(0, new ConsoleServerTest.Hostile(), Optional.empty(), defects::add);
        URI url = server.url();
        session = SharedConsoleFixture.cookie(get(url.getPath() + "?" + url.getQuery(), ""))
                .replace("\r\n", "");
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(defects).isEmpty();
    }

    @Test
    void theBrowserDecidesAtFirst() throws IOException {
        assertThat(get("/rules", session(""))).contains("<html lang=\"en\">", "What it finds");
        assertThat(get("/rules", session("") + CHINESE)).contains("<html lang=\"zh-CN\">", "检查内容");
        assertThat(get("/texts.js", session("") + CHINESE)).contains("\"js.line\":\"第 {0} 行\"");
        assertThat(get("/texts.js", session(""))).contains("\"js.line\":\"Line {0}\"");
        assertThat(get("/rules", CHINESE)).startsWith("HTTP/1.1 401").contains("请打开控制台启动时输出的链接。");
    }

    @Test
    void theSwitchKeepsThePageAndIsRemembered() throws IOException {
        assertThat(get("/networks?namespace=a&name=%22b", session("")))
                .contains("<a class=\"language\" lang=\"zh-CN\" hreflang=\"zh-CN\""
                        + " href=\"?namespace=a&amp;name=%22b&amp;language=zh-CN\">中文</a>");
        assertThat(get("/networks?namespace=a&name=%22b&language=zh-CN", session("")))
                .startsWith("HTTP/1.1 303")
                .contains("Location: /networks?namespace=a&name=%22b\r\n")
                .contains(
                        "Set-cookie: multihoming-language=zh-CN; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000\r\n");
        assertThat(get("/networks", session("; multihoming-language=zh-CN")))
                .contains("<html lang=\"zh-CN\">", "href=\"?language=en\">English</a>");
        assertThat(get("/networks", session("; multihoming-language=en") + CHINESE))
                .contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/?language=en",
                "///evil.example?language=en",
                "////evil.example?language=en",
                "/%5Cevil.example?language=en",
                "/?language=en&//evil.example"
            })
    void theSwitchLeadsToNoOtherHost(String path) throws IOException {
        assertThat(get(path, session(""))).doesNotContainPattern("Location: (//|/\\\\|[a-z]+:)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "%0d%0aX-Header:1", "en;Path=/x", "<script>"})
    void anotherLanguageIsNotRemembered(String language) throws IOException {
        assertThat(get("/networks?language=" + language, session("; multihoming-language=" + language)))
                .doesNotContainIgnoringCase("set-cookie")
                .doesNotContain("X-Header:1\r\n", "<script>");
    }

    @Test
    void noOtherSiteSwitches() throws IOException {
        assertThat(get("/networks?language=zh-CN", session("") + "Sec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void theLoginFormIsInTheLanguageOfItsReader(@TempDir Path folder) throws IOException {
        try (SharedConsoleFixture console = new SharedConsoleFixture(folder, _ -> Optional.empty())) {
            assertThat(console.get("/login", CHINESE)).contains("<html lang=\"zh-CN\">", "令牌", "?language=en");
            assertThat(console.get("/login?language=zh-CN", ""))
                    .startsWith("HTTP/1.1 303")
                    .contains("Set-cookie: multihoming-language=zh-CN; Secure; HttpOnly; SameSite=Strict; Path=/;");
            assertThat(console.logIn("wrong", CHINESE))
                    .startsWith("HTTP/1.1 403")
                    .contains("API 服务器不接受此令牌。");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/networks", "/texts.js", "/healthz"})
    void noOtherSiteSwitchesTheSharedConsole(String path, @TempDir Path folder) throws IOException {
        String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
        String cookie = "Cookie: multihoming-language=zh-CN\r\n";
        try (SharedConsoleFixture console = new SharedConsoleFixture(folder, _ -> Optional.empty())) {
            assertThat(console.get(path + "?token=secret&language=zh-CN", link + cookie))
                    .doesNotContainIgnoringCase("set-cookie")
                    .doesNotContain("HTTP/1.1 303", "secret")
                    .doesNotContain("继续", "网络");
            assertThat(console.get("/?language=en", link + CHINESE)).contains("<html lang=\"zh-CN\">");
        }
    }

    /// Once the JDK's server has started, it keeps the limits that it found.
    @Test
    void headersAreBounded() {
        assertThat(System.getProperty("sun.net.httpserver.maxReqHeaderSize")).isEqualTo("32768");
        assertThat(System.getProperty("sun.net.httpserver.maxReqHeaders")).isEqualTo("100");
    }

    private String session(String furtherCookies) {
        return session + furtherCookies + "\r\n";
    }

    private String get(String path, String headers) throws IOException {
        URI url = server.url();
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + url.getPort() + "\r\n" + headers
                + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
