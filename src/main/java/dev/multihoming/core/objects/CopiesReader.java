package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.subject.Copies;
import java.io.IOException;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.Set;

/// Collects what a workload says of the number of its pods.
final class CopiesReader {
    /// A Deployment's, and a DeploymentConfig's, that replaces its pods without another one beside them.
    private static final String RECREATE = "Recreate";

    private static final Set<String> NO_SURGE = Set.of("0", "0%");

    private OptionalLong written = OptionalLong.empty();
    private boolean surges = true;

    Copies copies() {
        return new Copies(written, surges);
    }

    /// A number that fits no `long` is none: the field may stand in objects whose schema says nothing of it.
    void number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            BigInteger number = parser.getBigIntegerValue();
            written = number.bitLength() < Long.SIZE ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        } else {
            parser.skipChildren();
        }
    }

    void strategy(JsonParser parser) throws IOException {
        JsonFields.eachField(parser, (key, value) -> {
            switch (key) {
                case "type" -> surges &= !JsonFields.string(value).equals(RECREATE);
                case "rollingUpdate", "rollingParams" -> JsonFields.eachField(value, this::rolling);
                default -> value.skipChildren();
            }
        });
    }

    private void rolling(String key, JsonParser parser) throws IOException {
        if (key.equals("maxSurge") && parser.currentToken().isScalarValue()) {
            surges &= !NO_SURGE.contains(parser.getText());
        } else {
            parser.skipChildren();
        }
    }
}
