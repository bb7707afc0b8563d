package dev.multihoming.chaos;

import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.ChildProcess;
import dev.multihoming.plane.FreePort;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The program of tools/toxiproxy, and the wires that run through it.
final class Toxiproxy implements AutoCloseable {
    private final ChildProcess process;
    private final ToxiproxyClient client;

    private Toxiproxy(ChildProcess process, ToxiproxyClient client) {
        this.process = process;
        this.client = client;
    }

    static boolean isThere() {
        return BuiltOnce.of("toxiproxy").isPresent();
    }

    static Toxiproxy start(Path home) {
        Path program = BuiltOnce.of("toxiproxy")
                .orElseThrow(() -> new IllegalStateException("There is no Go to build Toxiproxy with."))
                .resolve("server");
        int port = FreePort.find();
        var command = List.of(program.toString(), "-host", "127.0.0.1", "-port", Integer.toString(port));
        var process = ChildProcess.start("Toxiproxy", home.resolve("toxiproxy.log"), command, Map.of());
        var toxiproxy = new Toxiproxy(process, new ToxiproxyClient("127.0.0.1", port));
        process.waitUntilReady(toxiproxy::answers);
        return toxiproxy;
    }

    /// From a new port to that one, of this machine.
    Wire wire(String name, int to) {
        int from = FreePort.find();
        try {
            return new Wire(from, client.createProxy(name, "127.0.0.1:" + from, "127.0.0.1:" + to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            client.version();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
