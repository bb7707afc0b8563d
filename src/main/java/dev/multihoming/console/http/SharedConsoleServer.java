package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import dev.multihoming.console.engine.TokenLogin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The console in a cluster, for all its users: each logs in with a token, over TLS.
public final class SharedConsoleServer implements AutoCloseable {
    /// Forms are sent with their origin, which `no-referrer` would hide. No other site learns a referrer.
    private static final Map<String, String> HEADERS = Map.of("Referrer-Policy", "same-origin");

    private static final String ONLY_TLS = "max-age=31536000";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SharedConsole console;
    private final Consumer<RuntimeException> defects;

    private SharedConsoleServer(HttpServer server, SharedConsole console, Consumer<RuntimeException> defects) {
        this.server = server;
        this.console = console;
        this.defects = defects;
    }

    /// Where it listens, and for how many.
    ///
    /// @param certificate empty for HTTP, which is for loopback only
    public record Settings(InetSocketAddress address, Optional<ConsoleCertificate> certificate, SessionLimits limits) {
        public Settings {
            if (certificate.isEmpty()
                    && (address.getAddress() == null || !address.getAddress().isLoopbackAddress())) {
                throw new IllegalArgumentException("tokens are sent over TLS only");
            }
        }
    }

    /// Listens; port 0 is a free one. `defects` learns of what a page threw.
    public static SharedConsoleServer start(
            Settings settings, TokenLogin login, InstantSource clock, Consumer<RuntimeException> defects)
            throws IOException {
        BoundedConnections.apply();
        Sessions sessions = new Sessions(settings.limits(), clock);
        // Without a certificate a proxy in the same pod has one, or the browser is on the same machine.
        List<String> schemes = settings.certificate().isPresent() ? List.of("https") : List.of("https", "http");
        HttpServer server = server(settings);
        SharedConsoleServer shared = new SharedConsoleServer(
                server, new SharedConsole(schemes, new LoginDesk(login, sessions), sessions), defects);
        server.createContext("/", shared::handle);
        server.setExecutor(shared.threads);
        server.start();
        return shared;
    }

    private static HttpServer server(Settings settings) throws IOException {
        if (settings.certificate().isEmpty()) {
            return HttpServer.create(settings.address(), 0);
        }
        HttpsServer server = HttpsServer.create(settings.address(), 0);
        server.setHttpsConfigurator(settings.certificate().get().configurator());
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange).with(HEADERS);
            boolean isSecured = server instanceof HttpsServer;
            String host = new BrowserHeaders(exchange.getRequestHeaders()).only("Host");
            // On localhost other programs have ports, too.
            (isSecured && !host.startsWith("localhost")
                            ? answer.with(Map.of("Strict-Transport-Security", ONLY_TLS))
                            : answer)
                    .send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return console.answer(exchange);
        } catch (RuntimeException e) {
            defects.accept(e);
            return Answer.error(500, "This is a defect of the program; its log shows the details.");
        }
    }
}
