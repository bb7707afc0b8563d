package dev.multihoming.webhook.http;

import java.nio.charset.StandardCharsets;

/// AdmissionReviews as the API server sends them.
final class Reviews {
    static final String POD = request("networks", "a");

    private Reviews() {}

    /// A pod with that annotation value, to be created in tenant-a.
    static String request(String key, String networks) {
        return """
                {"uid":"u-1","resource":{"group":"","version":"v1","resource":"pods"},"operation":"CREATE",
                 "namespace":"tenant-a","name":"web","userInfo":{"username":"dev"},
                 "object":{"metadata":{"name":"web","namespace":"tenant-a",
                   "annotations":{"k8s.v1.cni.cncf.io/%s":"%s"}},
                   "spec":{"containers":[{"name":"c","image":"i"}]}}}""".formatted(key, networks);
    }

    static String review(String request) {
        return "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":" + request + "}";
    }

    /// The bytes of the review of that request.
    static byte[] bytes(String request) {
        return review(request).getBytes(StandardCharsets.UTF_8);
    }
}
