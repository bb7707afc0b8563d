package dev.multihoming.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// Passes connections on from one address to another. A Unix socket lies in a file and not in a network namespace: two
/// relays, one on each side of it, let programs of one namespace connect to a port of another.
public final class Relay implements AutoCloseable {
    static final String READY = "ready";

    private static final int CHUNK = 16 * 1024;

    private final ServerSocketChannel server;
    private final SocketAddress target;

    private Relay(ServerSocketChannel server, SocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /// From every address of the namespace that it runs in, at the port, to the Unix socket.
    public static void main(String[] arguments) throws InterruptedException {
        try (Relay _ = start(
                new InetSocketAddress(Integer.parseInt(arguments[0])), UnixDomainSocketAddress.of(arguments[1]))) {
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    /// From the Unix socket to a port of this namespace's loopback.
    static Relay start(Path from, int port) {
        return start(UnixDomainSocketAddress.of(from), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static Relay start(SocketAddress from, SocketAddress to) {
        try {
            ServerSocketChannel server = from instanceof UnixDomainSocketAddress
                    ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    : ServerSocketChannel.open();
            server.bind(from);
            var relay = new Relay(server, to);
            Thread.ofVirtual().start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel caller = server.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            }
        } catch (IOException _) {
            // Closed: there is nothing more to pass on.
        }
    }

    private void connect(SocketChannel caller) {
        try (caller;
                SocketChannel called = SocketChannel.open(target)) {
            Thread back = Thread.ofVirtual().start(() -> pump(called, caller));
            pump(caller, called);
            back.join();
        } catch (IOException _) {
            // The caller sees its connection end.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // One side is gone; the other learns it when its channel is closed.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
