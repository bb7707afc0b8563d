package dev.multihoming.webhook.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.LoneServer;
import dev.multihoming.plane.ServingCertificate;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing of an object gets into the log of the packaged process, also where an operator turns on all that it
/// can say.
class LogsIT {
    private static final String SECRET = "s3ntinel";

    @Test
    void nothingOfAnObjectIsLoggedAtDebugLevel(@TempDir Path home) {
        ServingCertificate.writeInto(home);
        try (LoneServer server = LoneServer.start(home, Map.of("QUARKUS_LOG_LEVEL", "DEBUG"))) {
            RequestSpecification https = new RequestSpecBuilder()
                    .setBaseUri("https://127.0.0.1:" + server.port())
                    .setRelaxedHTTPSValidation()
                    .setContentType("application/json")
                    .build();
            for (String body : bodies()) {
                for (String path : List.of("/validate", "/mutate")) {
                    given(https)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .post(path)
                            .then();
                }
            }
            assertThat(server.log())
                    .contains("DEBUG")
                    .contains("decision=denied")
                    .contains("decision=allowed")
                    .doesNotContain(SECRET);
        }
    }

    private static List<String> bodies() {
        String pod = Reviews.POD.replace("\"spec\":{", "\"spec\":{\"env\":\"" + SECRET + "\",");
        return List.of(
                Reviews.review(pod.replace("\"a\"", "\"" + SECRET + "\"")),
                Reviews.review(pod.replace("\"a\"", "\"tenant-b/" + SECRET + "@eth0\"")),
                Reviews.review(pod.replace("\"a\"", "\"[{\\\"" + SECRET + "\\\":1\"")),
                Reviews.review(pod.replace("\"networks\"", "\"" + SECRET + "\"")),
                Reviews.review(pod.replace("\"pods\"", "\"secrets\"").replace("\"spec\"", "\"data\"")),
                Reviews.review(nad("{\\\"type\\\":\\\"bridge\\\",\\\"bridge\\\":\\\"" + SECRET + "/\\\"}")),
                Reviews.review(nad("{\\\"type\\\":" + SECRET)),
                Reviews.review(pod).replace("\"uid\"", SECRET),
                Reviews.review(pod) + SECRET,
                "{\"" + SECRET + "\":",
                SECRET);
    }

    private static String nad(String config) {
        return Reviews.POD
                .replace("\"group\":\"\"", "\"group\":\"k8s.cni.cncf.io\"")
                .replace("\"pods\"", "\"network-attachment-definitions\"")
                .replace("\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]", "\"config\":\"" + config + "\"");
    }
}
