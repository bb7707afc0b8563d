package dev.multihoming.node;

import dev.multihoming.conformance.Namespaces;
import dev.multihoming.plane.ChildProcess;
import dev.multihoming.plane.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The way from the network namespaces of nodes to the API server, which listens on this machine's loopback alone: a
/// namespace of its own with a bridge, to which every node is connected, and a relay.
final class ApiGate implements AutoCloseable {
    private static final String GATE = "gate";

    /// Link-local addresses: no fixture's network has any of them.
    private static final String ADDRESS = "169.254.0.1";

    /// A bridge without one of its own has the lowest of its ports', and another one as soon as the kernel has cleaned
    /// up the namespace of an earlier node. The next node's packets then reach nothing for some 30 seconds.
    private static final String MAC = "02:00:a9:fe:00:01";

    private static final int A_BYTE = 250;

    private final Namespaces namespaces = new Namespaces();
    private final AtomicInteger connected = new AtomicInteger();
    private final int port;
    private final Relay relay;
    private final ChildProcess inside;

    /// `home` is an empty folder with a short path: that of a Unix socket has at most 108 bytes.
    ApiGate(ControlPlane plane, Path home) {
        this.port = plane.port();
        namespaces.renew(GATE);
        namespaces.links(
                GATE,
                List.of(
                        "link add gate0 address " + MAC + " type bridge",
                        "addr add " + ADDRESS + "/16 dev gate0",
                        "link set gate0 up"));
        Path socket = home.resolve("api.sock");
        this.relay = Relay.start(socket, port);
        this.inside = relayInside(socket, home.resolve("relay.log"));
    }

    /// Where nodes find the API server.
    String server() {
        return "https://" + ADDRESS + ":" + port;
    }

    /// Connects a node. What it gets for that has the name `mgmt0`, and is no link for networks of pods.
    void connect(Namespaces others, String node) {
        int number = connected.incrementAndGet();
        String peer = "node" + number;
        String address = "169.254.%d.%d".formatted(1 + number / A_BYTE % A_BYTE, 1 + number % A_BYTE);
        others.links(node, List.of("link add mgmt0 type veth peer name " + peer + " netns " + namespaces.path(GATE)));
        namespaces.links(GATE, List.of("link set " + peer + " master gate0", "link set " + peer + " up"));
        others.links(node, List.of("addr add " + address + "/16 dev mgmt0", "link set mgmt0 up"));
    }

    private ChildProcess relayInside(Path socket, Path log) {
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        List<String> command = namespaces
                .program(
                        GATE,
                        Map.of(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        classes,
                        Relay.class.getName(),
                        Integer.toString(port),
                        socket.toString())
                .command();
        ChildProcess process = ChildProcess.start("The relay to the API server", log, command, Map.of());
        process.waitUntilReady(() -> read(log).contains(Relay.READY));
        return process;
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (namespaces;
                relay;
                inside) {
            // Closed in the opposite order.
        }
    }
}
