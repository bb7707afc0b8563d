package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.review.DeadlineExceeded;
import dev.multihoming.core.review.DefectTrace;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Phase;
import dev.multihoming.webhook.codec.Decoded;
import dev.multihoming.webhook.codec.ReviewDecoder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    @Test
    void aLineTellsWhoAskedForWhatAndWhatCameOfIt() {
        AdmissionRequest request = request("""
                {"uid":"u","resource":{"group":"","version":"v1","resource":"pods"},"operation":"CREATE",
                 "namespace":"tenant-a","userInfo":{"username":"dev"},"object":{"metadata":{}}}""");
        String line =
                DecisionLog.line(Phase.VALIDATE, request, Effect.DENIED, List.of(DeadlineExceeded.card()), 1_234_567);
        assertThat(line)
                .isEqualTo("decision=denied codes=MH902 endpoint=validate operation=\"CREATE\" resource=\"pods\""
                        + " object=\"tenant-a/*\" user=\"dev\" dryRun=false micros=1234");
    }

    @Test
    void nobodyWritesLinesOfOurs() {
        assertThat(LogValue.of("dev\n2026-01-01 INFO decision=allowed\u2028\u202e\"\\"))
                .isEqualTo("\"dev\\u000a2026-01-01 INFO decision=allowed\\u2028\\u202e\\\"\\\\\"");
    }

    @Test
    void endlessNamesAreCut() {
        assertThat(LogValue.of("x".repeat(10_000)))
                .hasSize(LogValue.MAX_CHARS + 3)
                .endsWith("…\"");
    }

    /// Java's own exceptions quote what they failed on.
    @Test
    void aDefectIsLoggedWithoutWhatItsExceptionsSay() {
        RuntimeException defect = new IllegalStateException("of s3cret", new NumberFormatException("s3cret"));
        StringWriter logged = new StringWriter();

        DefectTrace.of(defect).printStackTrace(new PrintWriter(logged));

        assertThat(logged.toString())
                .contains("java.lang.IllegalStateException")
                .contains("java.lang.NumberFormatException")
                .contains("aDefectIsLoggedWithoutWhatItsExceptionsSay")
                .doesNotContain("s3cret");
    }

    private static AdmissionRequest request(String json) {
        return ((Decoded.Review) ReviewDecoder.decode(Reviews.bytes(json))).request();
    }
}
