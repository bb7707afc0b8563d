package dev.multihoming.webhook.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.LoneServer;
import dev.multihoming.plane.ServingCertificate;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the packaged process answers to those who are not the API server.
class EnvelopeIT {
    private static final String NOT_A_REVIEW =
            "The body is not an AdmissionReview of admission.k8s.io/v1, the only version served here.";

    @TempDir
    static Path home;

    private static LoneServer server;
    private static RequestSpecification https;

    @BeforeAll
    static void start() {
        ServingCertificate.writeInto(home);
        server = LoneServer.start(home, Map.of("MULTIHOMING_MAX_BYTES_IN_FLIGHT", "9M", "MULTIHOMING_DEADLINE", "5m"));
        https = new RequestSpecBuilder()
                .setBaseUri("https://127.0.0.1:" + server.port())
                .setRelaxedHTTPSValidation()
                .build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/json;charset=UTF-16"})
    void aReviewIsAnsweredWithItsUid(String contentType) {
        post("/validate", contentType, Reviews.bytes(Reviews.request("x", "y")))
                .statusCode(200)
                .contentType("application/json")
                .body("response.uid", equalTo("u-1"))
                .body("response.allowed", equalTo(true));
    }

    @Test
    void aForeignNetworkIsDenied() {
        post("/validate", "application/json", Reviews.bytes(Reviews.request("networks", "tenant-b/net")))
                .statusCode(200)
                .body("response.allowed", equalTo(false))
                .body("response.status.code", equalTo(403))
                .body("response.status.message", containsString("MH105 cross-namespace-network"));
    }

    @Test
    void otherContentTypesMethodsAndPathsAreRefusedInWords() {
        refused(
                post("/validate", "text/plain", Reviews.bytes(Reviews.POD)),
                415,
                "Reviews are sent as application/json.");
        refused(post("/nowhere", "application/json", new byte[0]), 404, "There is nothing here");
        refused(given(https).get("/validate").then(), 405, "Reviews are sent with POST.");
        refused(given(https).body("{}").put("/mutate").then(), 405, "Reviews are sent with POST.");
        refused(given(https).get("/q/health/ready").then(), 404, "There is nothing here");
    }

    /// The console is another process: the webhook has none of its pages, and no login.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/logout",
                "/healthz",
                "/networks",
                "/networks/new",
                "/networks/edit",
                "/try",
                "/rules",
                "/rules/MH104",
                "/console.js",
                "/console.css",
                "/icon.svg",
                "/api/check",
                "/api/explain",
                "/api/edit"
            })
    void theConsoleIsNotServed(String path) {
        refused(given(https).get(path).then(), 404, "There is nothing here");
        refused(post(path, "application/json", new byte[0]), 404, "There is nothing here");
    }

    @Test
    void whatIsNoReviewIsRefusedInWords() {
        refused("", "The body is not a JSON object");
        refused("[]", "The body is not a JSON object");
        refused("null", "The body is not a JSON object");
        refused("{}", NOT_A_REVIEW);
        refused("{\"apiVersion\":", "The body is not JSON");
        refused("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}", "has no request with a uid");
        refused(Reviews.review("null"), "has no request with a uid");
        refused(Reviews.review("[]"), "has no request with a uid");
        refused(Reviews.review(Reviews.POD).replace("k8s.io/v1", "k8s.io/v1beta1"), NOT_A_REVIEW);
    }

    @Test
    void hostileBodiesGetAnAnswerAndNoServerError() {
        notAServerError("[".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));
        notAServerError(Reviews.bytes("{\"uid\":\"u\",\"object\":" + "{\"a\":".repeat(1_000_000)));
        notAServerError(Reviews.bytes(Reviews.POD.replace(
                "{\"metadata", "{\"x\":" + "[".repeat(900_000) + "]".repeat(900_000) + ",\"metadata")));
        notAServerError(Reviews.bytes(Reviews.POD.replace("\"uid\":\"u-1\"", "\"uid\":\"u-1\",\"uid\":\"u-2\"")));
        notAServerError(Reviews.bytes(Reviews.POD.replace("\"pods\"", "\"\u0000\"")));
        byte[] notUtf8 = Reviews.bytes(Reviews.POD);
        notUtf8[notUtf8.length / 2] = (byte) 0xff;
        notAServerError(notUtf8);
        notAServerError(Reviews.bytes(
                Reviews.POD.replace("\"object\":{", "\"object\":[{").replace("}}}", "}}]}")));
    }

    @Test
    void anUnknownResourceIsAdmittedWithItsUid() {
        post("/mutate", "application/json", Reviews.bytes(Reviews.POD.replace("\"pods\"", "\"secrets\"")))
                .statusCode(200)
                .body("response.uid", equalTo("u-1"))
                .body("response.allowed", equalTo(true));
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndItsRoomGivenBack() throws Exception {
        byte[] long9 = new byte[8 * 1024 * 1024 + 1];
        refused(post("/validate", "application/json", long9), 413, "longer than 8388608 bytes");
        try (SSLSocket chunked = connect()) {
            String head = head("transfer-encoding: chunked");
            OutputStream out = chunked.getOutputStream();
            out.write((head + Integer.toHexString(long9.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(long9);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(chunked)).startsWith("HTTP/1.1 413 ").contains("longer than 8388608 bytes");
        }
        Eventually.holds("no bytes in flight", () -> bytesInFlight() == 0);
    }

    @Test
    void bytesInFlightAreBoundedForAllTogether() throws Exception {
        byte[] half = new byte[6 * 1024 * 1024];
        try (SSLSocket slow = connect()) {
            OutputStream out = slow.getOutputStream();
            out.write(head("content-length: " + (half.length + 1)).getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            Eventually.holds("the slow body", () -> bytesInFlight() == half.length);
            refused(post("/validate", "application/json", half), 429, "Too many bytes");
        }
        Eventually.holds("room again", () -> bytesInFlight() == 0);
        refused(post("/validate", "application/json", half), 400, "The body is not JSON");
    }

    @Test
    void aBodyThatNeverArrivesIsRefusedAndItsConnectionClosed() throws Exception {
        Path folder = Files.createDirectories(home.resolve("hasty"));
        ServingCertificate.writeInto(folder);
        try (LoneServer hasty = LoneServer.start(folder, Map.of("MULTIHOMING_DEADLINE", "1s"));
                SSLSocket slow = connect(hasty)) {
            slow.getOutputStream().write(head("content-length: 100").getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            assertThat(answer(slow)).startsWith("HTTP/1.1 408 ").contains("did not arrive in time");
        }
    }

    private static String head(String framing) {
        return String.join(
                "\r\n",
                "POST /validate HTTP/1.1",
                "host: x",
                "content-type: application/json",
                "connection: close",
                framing,
                "",
                "");
    }

    /// All of it: returns when the server closes the connection.
    private static String answer(SSLSocket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static SSLSocket connect() throws Exception {
        return connect(server);
    }

    private static SSLSocket connect(LoneServer server) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new dev.multihoming.webhook.certs.TrustsEverybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setSoTimeout(Math.toIntExact(Eventually.PATIENCE.toMillis()));
        return socket;
    }

    private static double bytesInFlight() {
        return server.get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("multihoming_request_bytes_in_flight "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private static void notAServerError(byte[] body) {
        for (String path : new String[] {"/validate", "/mutate"}) {
            int status = post(path, "application/json", body).extract().statusCode();
            assertThat(status).isBetween(200, 499);
        }
    }

    private static void refused(String body, String sentence) {
        refused(post("/validate", "application/json", body.getBytes(StandardCharsets.UTF_8)), 400, sentence);
    }

    private static void refused(ValidatableResponse response, int status, String sentence) {
        response.statusCode(status).contentType("text/plain").body(containsString(sentence));
    }

    private static ValidatableResponse post(String path, String contentType, byte[] body) {
        return given(https)
                .header("content-type", contentType)
                .body(body)
                .post(path)
                .then();
    }
}
