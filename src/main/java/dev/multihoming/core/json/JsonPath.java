package dev.multihoming.core.json;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path into a JSON document, written as an RFC 6901 pointer only where it is shown.
///
/// A chain of steps rather than a text, since the keys are other people's: ten thousand objects under one long
/// key would otherwise be ten thousand copies of it.
public final class JsonPath {
    /// The document itself.
    public static final JsonPath ROOT = new JsonPath(null, "", false);

    private final @Nullable JsonPath parent;
    private final String step;
    private final boolean isIndex;

    private JsonPath(@Nullable JsonPath parent, String step, boolean isIndex) {
        this.parent = parent;
        this.step = step;
        this.isIndex = isIndex;
    }

    public JsonPath child(String key) {
        return new JsonPath(this, key, false);
    }

    public JsonPath child(int index) {
        return new JsonPath(this, Integer.toString(index), true);
    }

    public boolean isRoot() {
        return parent == null;
    }

    /// The key or index that it ends in; empty for the document itself.
    public String last() {
        return step;
    }

    /// Whether it ends in the index of an array's element.
    public boolean isIndex() {
        return isIndex;
    }

    /// The last key in it; empty where there is none.
    public String lastKey() {
        JsonPath path = this;
        while (path.isIndex && path.parent != null) {
            path = path.parent;
        }
        return path.step;
    }

    /// The paths that lead to it, from the first step on; empty for the document itself.
    public List<JsonPath> steps() {
        ArrayDeque<JsonPath> steps = new ArrayDeque<>();
        for (JsonPath path = this; path.parent != null; path = path.parent) {
            steps.push(path);
        }
        return List.copyOf(steps);
    }

    /// The pointer, cut after `maxChars`; empty for the document itself.
    public String shown(int maxChars) {
        StringBuilder pointer = new StringBuilder();
        for (JsonPath path : steps()) {
            String next = path.step;
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
