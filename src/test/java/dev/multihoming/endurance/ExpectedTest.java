package dev.multihoming.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.chaos.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static final Answer ADMITTED = new Answer(201, "{\"macspoofchk\": true}", List.of());
    private static final Answer UNVERIFIED = new Answer(201, "{}", List.of("MH113 unverified-network: …"));
    private static final Answer DENIED = denied("MH105 cross-namespace-network: …");

    @Test
    void anAdmission() {
        assertThat(Expected.ADMITTED.of(ADMITTED)).isEqualTo(Outcome.RIGHT);
        assertThat(Expected.admittedWith("macspoofchk").of(ADMITTED)).isEqualTo(Outcome.RIGHT);
        assertThat(Expected.admittedWith("MH105").of(ADMITTED)).isEqualTo(Outcome.WRONG);
        assertThat(Expected.denied("MH105").of(ADMITTED)).isEqualTo(Outcome.WRONG);
        assertThat(Expected.denied("MH107").of(UNVERIFIED)).isEqualTo(Outcome.UNVERIFIED);
    }

    @Test
    void aDenial() {
        assertThat(Expected.denied("MH105").of(DENIED)).isEqualTo(Outcome.RIGHT);
        assertThat(Expected.denied("MH104").of(DENIED)).isEqualTo(Outcome.WRONG);
        assertThat(Expected.ADMITTED.of(DENIED)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void noVerdict() {
        assertThat(Expected.denied("MH105").of(denied("MH902 deadline-exceeded: …")))
                .isEqualTo(Outcome.FAILED);
        assertThat(Expected.ADMITTED.of(new Answer(500, "failed calling webhook …", List.of())))
                .isEqualTo(Outcome.FAILED);
        assertThat(Expected.ADMITTED.of(new Answer(504, "etcd is slow", List.of())))
                .isEqualTo(Outcome.NOT_TAKEN);
        assertThat(Expected.denied("MH105").of(new Answer(0, "java.io.IOException", List.of())))
                .isEqualTo(Outcome.NOT_TAKEN);
    }

    private static Answer denied(String message) {
        return new Answer(403, "admission webhook denied the request: " + message, List.of());
    }
}
