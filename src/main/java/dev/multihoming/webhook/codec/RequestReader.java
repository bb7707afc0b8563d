package dev.multihoming.webhook.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.admission.PolicyReading;
import dev.multihoming.core.objects.JsonFields;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.subject.ObjectFields;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the fields of one `request` object.
final class RequestReader {
    private String uid = "";
    private String group = "";
    private String plural = "";
    private String subresource = "";
    private String operation = "";
    private String namespace = "";
    private String name = "";
    private String username = "";
    private List<String> groups = List.of();
    private boolean dryRun;
    private ObjectFields object = ObjectFields.NONE;
    private ObjectFields oldObject = ObjectFields.NONE;
    private @Nullable JsonNode own;
    private @Nullable JsonNode ownBefore;

    private final boolean readsObjects;

    private RequestReader(boolean readsObjects) {
        this.readsObjects = readsObjects;
    }

    /// Reads from the object's start to its end.
    static RequestReader read(JsonParser parser) throws IOException {
        return new RequestReader(true).all(parser);
    }

    /// As if the request had none.
    static RequestReader readWithoutObjects(JsonParser parser) throws IOException {
        return new RequestReader(false).all(parser);
    }

    private RequestReader all(JsonParser parser) throws IOException {
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            field(key, parser.nextToken(), parser);
        }
        return this;
    }

    String uid() {
        return uid;
    }

    AdmissionRequest toRequest() {
        return new AdmissionRequest(
                uid,
                new AdmissionRequest.Resource(group, plural, subresource),
                operation,
                namespace,
                name,
                username,
                groups,
                dryRun,
                object,
                oldObject,
                own,
                ownBefore);
    }

    private void field(String key, JsonToken value, JsonParser parser) throws IOException {
        switch (key) {
            case "uid" -> uid = JsonFields.string(parser);
            case "resource" -> resource(value, parser);
            case "subResource" -> subresource = JsonFields.string(parser);
            case "operation" -> operation = JsonFields.string(parser);
            case "namespace" -> namespace = JsonFields.string(parser);
            case "name" -> name = JsonFields.string(parser);
            case "dryRun" -> dryRun = JsonFields.isTrue(parser);
            case "userInfo" -> userInfo(value, parser);
            case "object" -> object(parser);
            case "oldObject" -> oldObject(parser);
            default -> parser.skipChildren();
        }
    }

    /// The API server writes the resource before its object. Ours are few and small, and read as a whole.
    private void object(JsonParser parser) throws IOException {
        if (!readsObjects) {
            parser.skipChildren();
        } else if (isOurs()) {
            own = treeOrNull(parser);
        } else {
            object = ObjectReader.read(parser);
        }
    }

    private void oldObject(JsonParser parser) throws IOException {
        if (!readsObjects) {
            parser.skipChildren();
        } else if (isOurs()) {
            ownBefore = treeOrNull(parser);
        } else {
            oldObject = ObjectReader.read(parser);
        }
    }

    /// The API server writes `null` for the object of a DELETE and for the old object of a CREATE.
    private static @Nullable JsonNode treeOrNull(JsonParser parser) throws IOException {
        JsonNode tree = JsonFields.tree(parser);
        return tree.isNull() ? null : tree;
    }

    private boolean isOurs() {
        return group.equals(PolicyReading.GROUP);
    }

    private void resource(JsonToken value, JsonParser parser) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            switch (key) {
                case "group" -> group = JsonFields.string(parser);
                case "resource" -> plural = JsonFields.string(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void userInfo(JsonToken value, JsonParser parser) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            switch (key) {
                case "username" -> username = JsonFields.string(parser);
                case "groups" -> groups = JsonFields.strings(parser);
                default -> parser.skipChildren();
            }
        }
    }
}
