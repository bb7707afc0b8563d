package dev.multihoming.chaos;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// A way from one port to another, which can be cut, slowed down, or lose whatever is sent.
final class Wire {
    private static final String TOXIC = "toxic";

    private final int port;
    private final Proxy proxy;

    Wire(int port, Proxy proxy) {
        this.port = port;
        this.proxy = proxy;
    }

    int port() {
        return port;
    }

    void leadTo(int port) {
        doing(() -> proxy.setUpstream("127.0.0.1:" + port));
    }

    /// Connections end, and new ones are refused.
    void cut() {
        doing(proxy::disable);
    }

    /// Everything takes that much longer.
    void delay(Duration by) {
        doing(() -> proxy.toxics().latency(TOXIC, ToxicDirection.DOWNSTREAM, by.toMillis()));
    }

    /// Connections stay, and nothing arrives any more in either direction: as where a machine or a link between
    /// is gone without a word.
    void silence() {
        doing(() -> {
            proxy.toxics().timeout(TOXIC, ToxicDirection.DOWNSTREAM, 0);
            proxy.toxics().timeout(TOXIC + "-up", ToxicDirection.UPSTREAM, 0);
        });
    }

    void mend() {
        doing(() -> {
            proxy.enable();
            for (Toxic toxic : proxy.toxics().getAll()) {
                toxic.remove();
            }
        });
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void doing(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
