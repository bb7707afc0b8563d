package dev.multihoming.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Plays the Service before the replicas, as kube-proxy makes one of it: each new connection goes to any endpoint that
/// is ready, and stays there whatever becomes of the endpoint's readiness.
public final class Service implements AutoCloseable {
    private final Supplier<List<Integer>> ready;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param ready the ports of the endpoints that are ready at the moment of a connection
    public Service(Supplier<List<Integer>> ready) {
        this.ready = ready;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException _) {
                // The door was closed, or somebody went before he was let in.
            }
        }
    }

    private void connect(Socket client) {
        List<Integer> ports = ready.get();
        try (client) {
            if (ports.isEmpty()) {
                return;
            }
            int port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> copy(client, server));
                copy(server, client);
            }
        } catch (IOException _) {
            // One side is gone, and with it the other.
        }
    }

    /// What one side sends, until it ends; then the other side is told, which may go on sending.
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Then it is closed.
        }
    }

    @Override
    public void close() {
        close(door);
        threads.shutdownNow();
    }
}
