package dev.multihoming.webhook.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.objects.JsonFields;
import dev.multihoming.core.objects.SkimmingFactory;
import dev.multihoming.core.objects.TooLargeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads an AdmissionReview in one pass over its bytes, skipping everything that no rule reads.
///
/// The API server writes these documents, with exact keys and without duplicates; what people wrote is inside
/// their strings.
public final class ReviewDecoder {
    private ReviewDecoder() {}

    public static Decoded decode(byte[] body) {
        return decode(SkimmingFactory.INSTANCE, body);
    }

    private static Decoded decode(SkimmingFactory factory, byte[] body) {
        try (JsonParser parser = factory.createParser(body)) {
            return review(parser, RequestReader::read);
        } catch (TooLargeException e) {
            return unread(body, e.getMessage());
        } catch (StreamConstraintsException _) {
            // Names that collide may have been there before: only this document's own are held against it.
            return factory == SkimmingFactory.INSTANCE
                    ? decode(SkimmingFactory.fresh(), body)
                    : unread(body, "it has keys that are made to collide, or a number of more than 1,000 digits");
        } catch (JacksonException e) {
            return new Decoded.NotAReview("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new Decoded.NotAReview("The body is not UTF-8: " + e.getMessage());
        }
    }

    /// It is still owed an answer: without one the API server would admit it, where the webhook fails open.
    private static Decoded unread(byte[] body, @Nullable String fact) {
        try (JsonParser parser = SkimmingFactory.fresh().createParser(body)) {
            return review(parser, RequestReader::readWithoutObjects) instanceof Decoded.Review(AdmissionRequest request)
                    ? new Decoded.Unread(request, String.valueOf(fact))
                    : new Decoded.NotAReview("The body is more than is read.");
        } catch (IOException _) {
            return new Decoded.NotAReview("The body is more than is read.");
        }
    }

    private interface Requests {
        RequestReader read(JsonParser parser) throws IOException;
    }

    private static Decoded review(JsonParser parser, Requests requests) throws IOException {
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
                case "request" -> request = value == JsonToken.START_OBJECT ? requests.read(parser) : null;
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
