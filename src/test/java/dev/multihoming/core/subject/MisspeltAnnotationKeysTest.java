package dev.multihoming.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MisspeltAnnotationKeysTest {
    /// What the API server does not ask about, nobody is told.
    @Test
    void theApiServerAsksAboutEachOfThem() throws IOException {
        String conditions = Files.readString(Path.of("webhook-config/validating.yaml"));
        assertThat(MisspeltAnnotationKeys.all())
                .allSatisfy(key -> assertThat(Pattern.compile("^ +'" + Pattern.quote(key) + "',?$", Pattern.MULTILINE)
                                .matcher(conditions)
                                .find())
                        .as(key)
                        .isTrue());
    }

    @Test
    void noneIsOneOfTheTwoThatMultusReads() {
        assertThat(MisspeltAnnotationKeys.all())
                .doesNotContain(NetworkAnnotations.NETWORKS, NetworkAnnotations.DEFAULT_NETWORK)
                .allMatch(key -> MisspeltAnnotationKeys.meant(key).isPresent());
    }
}
