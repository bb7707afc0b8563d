package dev.multihoming.chaos;

import java.util.List;

/// What the API server said to a creation.
///
/// @param status of HTTP; 0 where it said nothing
/// @param warnings its `Warning` headers
public record Answer(int status, String body, List<String> warnings) {
    static Answer none(Exception failure) {
        return new Answer(0, failure.toString(), List.of());
    }

    boolean isCreated() {
        return status == 201;
    }

    public boolean warns(String code) {
        return warnings.stream().anyMatch(warning -> warning.contains(code));
    }

    public boolean isDenial() {
        return body.contains("denied the request: ") || isFromTheNet();
    }

    public boolean denies(String code) {
        return body.contains("denied the request: " + code) || isFromTheNet();
    }

    public boolean isWebhookFailure() {
        return body.contains("failed calling webhook");
    }

    private boolean isFromTheNet() {
        return body.contains("ValidatingAdmissionPolicy 'multihoming-safety-net'");
    }
}
