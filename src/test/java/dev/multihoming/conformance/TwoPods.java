package dev.multihoming.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Two pods on one network of one node: one asks, the other answers.
final class TwoPods implements AutoCloseable {
    private static final String ASKING = "asking";
    private static final String ANSWERING = "answering";
    private static final String FOREIGN_MAC = "02:00:00:00:00:99";

    private final Namespaces namespaces;
    private final String answering;
    private final Process server;

    TwoPods(CniNode node, String config) {
        this.namespaces = node.namespaces();
        node.renew(ASKING, ANSWERING);
        attach(node, config, ASKING);
        this.answering = attach(node, config, ANSWERING);
        this.server = serve();
    }

    private static String attach(CniNode node, String config, String pod) {
        Answer answer = node.add(config, pod);
        assertThat(answer).isInstanceOf(Answer.Attached.class);
        JsonNode result = ((Answer.Attached) answer).results().getLast();
        return result.at("/ips/0/address").asText().replaceAll("/.*", "");
    }

    /// Whether a datagram is answered.
    boolean talk() {
        String said = namespaces
                .program(ASKING, Map.of(), java("ask", answering))
                .run("")
                .orThrow("asking " + answering);
        assertThat(said).isIn(UdpEcho.ANSWERED, UdpEcho.SILENCE);
        return said.equals(UdpEcho.ANSWERED);
    }

    /// From now on the asking pod sends with an address that nobody gave it, and all forget the old one.
    void pretendToBeAnother() {
        namespaces.links(
                ASKING, List.of("link set net1 down", "link set net1 address " + FOREIGN_MAC, "link set net1 up"));
        namespaces.links(ASKING, List.of("neigh flush dev net1"));
        namespaces.links(ANSWERING, List.of("neigh flush dev net1"));
    }

    private Process serve() {
        try {
            Process process = new ProcessBuilder(namespaces
                            .program(ANSWERING, Map.of(), java("serve"))
                            .command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(output.readLine()).isEqualTo(UdpEcho.READY);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] java(String... arguments) {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        return Stream.concat(Stream.of(java, "-cp", classes, UdpEcho.class.getName()), Stream.of(arguments))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        server.destroyForcibly();
    }
}
