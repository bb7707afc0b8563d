package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;

/// How a path into an annotation is told to a person, who counts networks from 1: `item 2, key "ips"[0], `.
final class SelectionPath {
    private static final int MAX_CHARS = 200;

    private SelectionPath() {}

    /// With what separates it from the place that follows; empty for the annotation itself.
    static String written(JsonPath path) {
        StringBuilder keys = new StringBuilder();
        String item = "";
        for (JsonPath step : path.steps()) {
            if (item.isEmpty()) {
                item = "item " + (Integer.parseInt(step.last()) + 1) + ", ";
            } else if (keys.length() > MAX_CHARS) {
                // Keys may be nested as deep as the text is long.
                return item + "key " + keys + "…, ";
            } else {
                keys.append(step.isIndex() ? "[" + step.last() + "]" : separator(keys) + Quoted.of(step.last()));
            }
        }
        return keys.isEmpty() ? item : item + "key " + keys + ", ";
    }

    private static String separator(StringBuilder keys) {
        return keys.isEmpty() ? "" : ".";
    }
}
