package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Writes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The console on a port of loopback, for the one browser that opens its first URL.
public final class ConsoleServer implements AutoCloseable {
    /// More than etcd holds of one object.
    static final int MAX_BODY = 4 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Gate gate;
    private final Routes routes;
    private final Optional<WriteRoutes> writes;
    private final Consumer<RuntimeException> defects;

    private ConsoleServer(
            HttpServer server, Engine engine, Optional<WriteRoutes> writes, Consumer<RuntimeException> defects) {
        this.server = server;
        this.gate = new Gate(server.getAddress().getPort());
        this.routes = new Routes(engine, writes.isPresent());
        this.writes = writes;
        this.defects = defects;
    }

    /// Listens; port 0 is a free one. Without `writes` nothing is written and no request asks for it. `defects` learns
    /// of what a page threw.
    public static ConsoleServer start(
            int port, Engine engine, Optional<Writes> writes, Consumer<RuntimeException> defects) throws IOException {
        return startWith(
                port,
                engine,
                writes.map(it -> new WriteRoutes(it, Tickets.OF_OWN_PROCESS, InstantSource.system())),
                defects);
    }

    /// With the routes of writes as they are.
    static ConsoleServer startWith(
            int port, Engine engine, Optional<WriteRoutes> writes, Consumer<RuntimeException> defects)
            throws IOException {
        BoundedConnections.apply();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ConsoleServer console = new ConsoleServer(server, engine, writes, defects);
        server.createContext("/", console::handle);
        server.setExecutor(console.threads);
        server.start();
        return console;
    }

    /// The URL that opens the console once.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/login?token=" + gate.token());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            if (!gate.isOurHost(exchange.getRequestHeaders())) {
                return Answer.error(421, "This server does not answer for that host.");
            }
            if (!gate.isFromOurPages(exchange.getRequestHeaders())) {
                return Answer.error(403, "Another site caused this request.");
            }
            return LanguageChoice.answer(exchange, "; HttpOnly; SameSite=Strict; Path=/", () -> dispatched(exchange));
        } catch (RuntimeException e) {
            defects.accept(e);
            return Answer.error(500, "This is a defect of the program; its terminal shows the details.");
        }
    }

    private Answer dispatched(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> get(path, exchange);
            case "POST" -> post(path, exchange);
            default -> Answer.error(405, "Only GET and POST are answered.");
        };
    }

    private Answer get(String path, HttpExchange exchange) {
        Map<String, String> query;
        try {
            query = FormText.read(exchange.getRequestURI().getRawQuery());
        } catch (IllegalArgumentException _) {
            return Answer.error(400, "The query string cannot be decoded.");
        }
        if (path.equals("/login")) {
            String cookie = gate.redeem(query.getOrDefault("token", ""));
            return cookie.isEmpty()
                    ? Answer.error(403, "This link was used already. Start the console again for a new one.")
                    : Answer.redirect("/networks", Map.of("Set-Cookie", cookie));
        }
        if (!gate.hasSession(exchange.getRequestHeaders())) {
            return noSession();
        }
        try {
            return routes.get(path, query);
        } catch (Engine.Refused e) {
            return Answer.error(422, e.sentence());
        }
    }

    private Answer post(String path, HttpExchange exchange) throws IOException {
        if (!gate.isOurWrite(exchange.getRequestHeaders())) {
            return Answer.error(403, "Only the pages of this console may send this.");
        }
        if (!gate.hasSession(exchange.getRequestHeaders())) {
            return noSession();
        }
        // A form of another site cannot send this type without asking first.
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Answer.error(415, "Only application/json is taken.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        return body.length > MAX_BODY
                ? tooLarge(MAX_BODY)
                : writes.filter(_ -> WriteRoutes.isOne(path))
                        .map(it -> it.post(path, gate.session(), body))
                        .orElseGet(() -> routes.post(path, body));
    }

    /// @param most bytes of a text
    static Answer tooLarge(int most) {
        return Answer.error(413, "The text has more than %d MiB; split it.".formatted(most >> 20));
    }

    private static Answer noSession() {
        return Answer.error(401, "Open the link that the console printed when it started.");
    }
}
