package dev.multihoming.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Somebody who can reach the port opens connections and says nothing, or a letter at a time, or promises a long body.
record SlowClients() implements Fault {
    private static final int EACH = 150;
    private static final long MILLIS = 8_000;
    private static final String HEAD = """
            POST /validate HTTP/1.1\r
            host: webhook\r
            content-type: application/json\r
            content-length: 7000000\r
            \r
            {""";

    @Override
    public String name() {
        return "450 slow and half-open connections";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws Exception {
        Replica victim = scene.busiest();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < EACH; i++) {
                sockets.add(new Socket(
                        InetAddress.getLoopbackAddress(), victim.server().port()));
                Socket hello = new Socket(
                        InetAddress.getLoopbackAddress(), victim.server().port());
                // The beginning of a ClientHello.
                hello.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
                sockets.add(hello);
                sockets.add(slowBody(victim));
            }
            Thread.sleep(MILLIS);
            trial.remark("%.0f bytes of request bodies held at the end"
                    .formatted(victim.server().metrics().first("multihoming_request_bytes_in_flight")));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket slowBody(Replica victim) throws IOException {
        Socket socket = DirectReview.tls()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), victim.server().port());
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
