package dev.multihoming.conformance;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Two programs for two pods: one answers every datagram, the other sends one and says whether it was
/// answered.
public final class UdpEcho {
    static final String READY = "ready";
    static final String ANSWERED = "answered";
    static final String SILENCE = "silence";

    private static final int PORT = 4789;
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int LONGEST = 64;

    private UdpEcho() {}

    /// `serve`, or `ask` and the address to ask.
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "serve" -> serve();
            case "ask" -> System.out.print(ask(InetAddress.getByName(arguments[1])) ? ANSWERED : SILENCE);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void serve() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(PORT)) {
            System.out.println(READY);
            DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
            while (true) {
                socket.receive(packet);
                socket.send(packet);
            }
        }
    }

    private static boolean ask(InetAddress whom) throws IOException {
        byte[] question = "anybody there?".getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.send(new DatagramPacket(question, question.length, whom, PORT));
            socket.receive(new DatagramPacket(new byte[LONGEST], LONGEST));
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
