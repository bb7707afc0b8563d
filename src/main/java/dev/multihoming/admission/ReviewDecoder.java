package dev.multihoming.admission;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/// Reads an AdmissionReview in one pass over its bytes, skipping everything that no rule reads.
///
/// The API server writes these documents, with exact keys and without duplicates; what people wrote is inside
/// their strings.
public final class ReviewDecoder {
    private ReviewDecoder() {}

    public static Decoded decode(byte[] body) {
        try {
            return decode(SkimmingFactory.INSTANCE, body);
        } catch (StreamConstraintsException _) {
            return decodeAlone(body);
        } catch (JacksonException e) {
            return new Decoded.NotAReview("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new Decoded.NotAReview("The body is not UTF-8: " + e.getMessage());
        }
    }

    /// Names that collide may have been there before. Where this document has more than is read, it is refused.
    private static Decoded decodeAlone(byte[] body) {
        try {
            return decode(SkimmingFactory.fresh(), body);
        } catch (IOException e) {
            return new Decoded.NotAReview("The body is more than is read: " + e.getMessage());
        }
    }

    private static Decoded decode(SkimmingFactory factory, byte[] body) throws IOException {
        try (JsonParser parser = factory.createParser(body)) {
            return review(parser);
        }
    }

    private static Decoded review(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new Decoded.NotAReview(
                    "The body is not a JSON object; send an AdmissionReview of admission.k8s.io/v1.");
        }
        String apiVersion = "";
        String kind = "";
        RequestReader request = null;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (key) {
                case "apiVersion" -> apiVersion = JsonFields.string(parser);
                case "kind" -> kind = JsonFields.string(parser);
                case "request" -> request = value == JsonToken.START_OBJECT ? RequestReader.read(parser) : null;
                default -> parser.skipChildren();
            }
        }
        if (!apiVersion.equals("admission.k8s.io/v1") || !kind.equals("AdmissionReview")) {
            return new Decoded.NotAReview(
                    "The body is not an AdmissionReview of admission.k8s.io/v1, the only version served here.");
        }
        if (request == null || request.uid().isEmpty()) {
            return new Decoded.NotAReview("The AdmissionReview has no request with a uid.");
        }
        return new Decoded.Review(request.toRequest());
    }
}
