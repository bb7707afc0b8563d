package dev.multihoming.core.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.PodPlacement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any author can store such values: they must end neither a review nor the audit of all other objects.
class ObjectReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999999999",
                "-99999999999999999999999999",
                "1e999",
                "1.5",
                "\"2\"",
                "null",
                "true",
                "[1]",
                "{\"a\": 1}"
            })
    void aNumberOfCopiesThatIsNoneIsPassedOver(String replicas) throws IOException {
        String object = """
                {"spec": {"replicas": %s, "parallelism": %s, "strategy": %s, "domain": %s,
                  "template": {"spec": {"replicas": %s, "networks": %s}}}}
                """.replace("%s", replicas);

        assertThat(ObjectReader.read(JSON.readTree(object)).copies().written()).isEmpty();
        try (JsonParser parser = JSON.createParser(object)) {
            parser.nextToken();
            ObjectFields read = ObjectReader.read(parser);

            assertThat(read.copies().written()).isEmpty();
            assertThat(read.template()).isNotNull();
        }
    }

    /// A pod that passes for one that asks for nothing would lose what it asks for to a repair.
    @Test
    void containersThatCannotBeReadDoNotPassForEmptyOnes() throws IOException {
        String requests = CollidingNames.of(5_000).stream()
                .map(name -> "\"" + name + "\": \"1\"")
                .collect(Collectors.joining(", ", "{", "}"));
        byte[] object = """
                {"spec": {"containers": [{"resources": {"limits": {"memory": "1Gi"}, "requests": %s}}]}}
                """.formatted(requests).getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = SkimmingFactory.fresh().createParser(object)) {
            parser.nextToken();
            PodPlacement placement = ObjectReader.read(parser).placement();

            assertThatThrownBy(placement::first).isInstanceOf(UncheckedIOException.class);
        }
    }
}
