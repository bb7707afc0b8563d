package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.subject.PodTexts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Of a pod whose containers have not been read yet: a search reads them, and stops at the first text that matches.
///
/// Belongs to one review, and so to one thread.
final class TextsOnDemand implements PodTexts {
    private final List<String> annotationKeys;
    private final @Nullable DeferredJson containers;
    private final @Nullable DeferredJson initContainers;

    TextsOnDemand(
            List<String> annotationKeys, @Nullable DeferredJson containers, @Nullable DeferredJson initContainers) {
        this.annotationKeys = annotationKeys;
        this.containers = containers;
        this.initContainers = initContainers;
    }

    @Override
    public Optional<String> placeOf(String token) {
        WholeToken wanted = new WholeToken(token);
        for (String key : annotationKeys) {
            if (wanted.isIn(key)) {
                return Optional.of("the annotation " + Quoted.of(key));
            }
        }
        return placeIn("containers", containers, wanted).or(() -> placeIn("initContainers", initContainers, wanted));
    }

    /// What is not JSON after all, which the API server never sends, has no texts.
    private static Optional<String> placeIn(String field, @Nullable DeferredJson list, WholeToken wanted) {
        if (list == null) {
            return Optional.empty();
        }
        try (JsonParser parser = list.open()) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                ContainerTexts texts = new ContainerTexts(wanted);
                JsonFields.eachField(parser, texts::field);
                if (!texts.location().isEmpty()) {
                    return Optional.of(field + "[" + index + "]." + texts.location());
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
