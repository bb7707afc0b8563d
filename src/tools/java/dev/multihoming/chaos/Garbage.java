package dev.multihoming.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Bytes that are no TLS, HTTP in the clear, bodies without end, nonsense inside TLS: at the port that the API
/// server uses.
record Garbage() implements Fault {
    private static final int SENDERS = 16;
    private static final long MILLIS = 8_000;
    private static final int SEED = 1;
    private static final String ENDLESS = """
            POST /validate HTTP/1.1\r
            host: webhook\r
            content-type: application/json\r
            transfer-encoding: chunked\r
            \r
            """;

    @Override
    public String name() {
        return "oversized bodies and garbage on the port";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws Exception {
        Replica victim = scene.busiest();
        Crowd.act(SENDERS, MILLIS, i -> {
            switch (i % 4) {
                case 0 -> plain(victim, noise(i));
                case 1 -> plain(victim, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                case 2 -> encrypted(victim, noise(i), 1);
                default -> encrypted(victim, chunk(), 200);
            }
        });
        trial.expect("the replica lives", victim.server().isAlive());
        trial.expect("its memory stays within the limit", victim.server().peakMemory() < 512 * 1024);
        trial.remark("peak memory %d MiB".formatted(victim.server().peakMemory() / 1024));
    }

    private static byte[] noise(int seed) {
        byte[] noise = new byte[2_000];
        new Random(SEED + seed).nextBytes(noise);
        return noise;
    }

    private static byte[] chunk() {
        return ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void plain(Replica victim, byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), victim.server().port())) {
            socket.getOutputStream().write(bytes);
            socket.getInputStream().read();
        }
    }

    private static void encrypted(Replica victim, byte[] bytes, int times) throws IOException {
        try (Socket socket = DirectReview.tls()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), victim.server().port())) {
            if (times > 1) {
                socket.getOutputStream().write(ENDLESS.getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(bytes);
            }
            socket.getOutputStream().flush();
        }
    }
}
