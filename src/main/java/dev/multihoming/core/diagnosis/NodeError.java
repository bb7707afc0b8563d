package dev.multihoming.core.diagnosis;

import java.util.List;
import java.util.regex.Pattern;

/// An error that a node reports while it starts a pod.
///
/// @param pattern found anywhere in the event's text
/// @param cause a sentence
/// @param remedy what to do now, a sentence
/// @param rules codes of the rules that find it before the pod is created; empty where only the node can tell
public record NodeError(Pattern pattern, String cause, String remedy, List<String> rules) {
    public NodeError {
        rules = List.copyOf(rules);
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
