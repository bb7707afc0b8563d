package dev.multihoming.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// AdmissionReviews around a text that somebody wrote.
final class Requests {
    static final String UID = "0d6bd2a8-5b0c-4a3c-a4a3-2d0a1f3c8f11";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static ObjectNode pod(String annotation, String value) {
        ObjectNode pod = object("web");
        ((ObjectNode) pod.path("metadata")).putObject("annotations").put(annotation, value);
        pod.putObject("spec").putArray("containers").addObject().put("name", "main");
        return pod;
    }

    static ObjectNode deployment(ObjectNode pod) {
        ObjectNode deployment = object("web");
        deployment.putObject("spec").set("template", pod);
        return deployment;
    }

    static ObjectNode nad(String config) {
        ObjectNode nad = object("net");
        nad.putObject("spec").put("config", config);
        return nad;
    }

    private static ObjectNode object(String name) {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("metadata").put("name", name).put("namespace", FuzzCluster.NAMESPACE);
        return object;
    }

    static byte[] create(String group, String plural, ObjectNode object) {
        return review(request(group, plural, "CREATE", object));
    }

    static byte[] update(String group, String plural, ObjectNode before, ObjectNode object) {
        ObjectNode request = request(group, plural, "UPDATE", object);
        request.set("oldObject", before);
        return review(request);
    }

    private static ObjectNode request(String group, String plural, String operation, ObjectNode object) {
        ObjectNode request = JSON.createObjectNode();
        request.put("uid", UID);
        request.putObject("resource").put("group", group).put("version", "v1").put("resource", plural);
        request.put("operation", operation).put("namespace", FuzzCluster.NAMESPACE);
        request.put("name", object.at("/metadata/name").asText());
        request.putObject("userInfo").put("username", "developer");
        request.set("object", object);
        return request;
    }

    static byte[] review(JsonNode request) {
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        review.set("request", request);
        try {
            return JSON.writeValueAsBytes(review);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
