package dev.multihoming.core.json;

import java.util.List;

/// Whether two values say the same, wherever they stand.
public final class JsonEquality {
    private JsonEquality() {}

    /// Strict: the same keys in the same order, numbers written the same way. What looks different to a
    /// reader counts as different.
    public static boolean same(Json left, Json right) {
        return switch (left) {
            case JsonObject a -> right instanceof JsonObject b && sameMembers(a.members(), b.members());
            case JsonArray a -> right instanceof JsonArray b && sameElements(a.elements(), b.elements());
            case JsonString a -> right instanceof JsonString b && a.value().equals(b.value());
            case JsonNumber a -> right instanceof JsonNumber b && a.text().equals(b.text());
            case JsonBoolean a -> right instanceof JsonBoolean b && a.value() == b.value();
            case JsonNull _ -> right instanceof JsonNull;
        };
    }

    private static boolean sameMembers(List<JsonMember> left, List<JsonMember> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            JsonMember a = left.get(i);
            JsonMember b = right.get(i);
            if (!a.key().equals(b.key()) || !same(a.value(), b.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(List<Json> left, List<Json> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
