package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Says on a port of its own that the process is alive: browsers that take all connections of the console must not
/// make the kubelet restart it. There is nothing else on that port, so it needs no TLS.
public final class HealthServer implements AutoCloseable {
    static final String PATH = "/healthz";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /// Listens; port 0 is a free one.
    public static HealthServer start(InetSocketAddress address) throws IOException {
        BoundedConnections.apply();
        HealthServer health = new HealthServer(HttpServer.create(address, 0));
        health.server.createContext("/", HealthServer::handle);
        health.server.setExecutor(health.threads);
        health.server.start();
        return health;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isAsked = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals(PATH);
            (isAsked ? Answer.text("ok\n") : Answer.error(404, "There is no such page.")).send(exchange);
        }
    }
}
