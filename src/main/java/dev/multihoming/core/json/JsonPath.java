package dev.multihoming.core.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A path into a JSON document, written as an RFC 6901 pointer only where somebody reads it.
///
/// A chain of steps rather than a text, since the keys are other people's: ten thousand objects under one long
/// key would otherwise be ten thousand copies of it.
public final class JsonPath {
    /// The document itself.
    public static final JsonPath ROOT = new JsonPath(null, "");

    private final @Nullable JsonPath parent;
    private final String step;

    private JsonPath(@Nullable JsonPath parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    public JsonPath child(String key) {
        return new JsonPath(this, key);
    }

    public JsonPath child(int index) {
        return new JsonPath(this, Integer.toString(index));
    }

    public boolean isRoot() {
        return parent == null;
    }

    /// The key or index that it ends in; empty for the document itself.
    public String last() {
        return step;
    }

    /// The pointer, cut after `maxChars`; empty for the document itself.
    public String shown(int maxChars) {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPath path = this; path.parent != null; path = path.parent) {
            steps.push(path.step);
        }
        StringBuilder pointer = new StringBuilder();
        for (String next : steps) {
            String room = next.substring(0, Math.min(next.length(), maxChars));
            pointer.append('/').append(room.replace("~", "~0").replace("/", "~1"));
            if (pointer.length() >= maxChars) {
                return pointer.substring(0, maxChars);
            }
        }
        return pointer.toString();
    }

    @Override
    public String toString() {
        return shown(Integer.MAX_VALUE);
    }
}
