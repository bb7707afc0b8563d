package dev.multihoming.webhook.http;

import dev.multihoming.core.review.Phase;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// A request that the API server might send, about an object of nobody.
///
/// @param endpoint where it is sent
/// @param body an AdmissionReview
record WarmUpReview(Phase endpoint, Buffer body) {
    /// One of each thing that is reviewed and of each thing that can come of it: mostly the pods that most requests are
    /// about, told apart by what their annotation says.
    static List<WarmUpReview> all() {
        return List.of(
                of(Phase.MUTATE, "pod"),
                of(Phase.VALIDATE, "pod"),
                of(Phase.MUTATE, "pod-with-a-clash-of-names"),
                of(Phase.VALIDATE, "pod-with-a-foreign-network"),
                of(Phase.MUTATE, "network-without-defaults"),
                of(Phase.VALIDATE, "network"),
                of(Phase.VALIDATE, "deployment"),
                of(Phase.VALIDATE, "virtual-machine"));
    }

    String path() {
        return "/" + endpoint.name().toLowerCase(Locale.ROOT);
    }

    private static WarmUpReview of(Phase endpoint, String name) {
        try (InputStream stream = WarmUpReview.class.getResourceAsStream("/warm-up/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("The made-up review " + name + " is not packaged");
            }
            return new WarmUpReview(endpoint, Buffer.buffer(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
