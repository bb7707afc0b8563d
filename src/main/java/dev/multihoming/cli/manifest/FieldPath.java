package dev.multihoming.cli.manifest;

import java.util.ArrayList;
import java.util.List;

/// The steps of a field as Kubernetes writes its path: `spec.networks[0].name`,
/// `metadata.annotations[example.com/key]`.
final class FieldPath {
    private FieldPath() {}

    /// Keys, and indexes of arrays as digits.
    static List<String> steps(String field) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < field.length()) {
            boolean inBrackets = field.charAt(at) == '[';
            int end = inBrackets ? field.indexOf(']', at) : nextBreak(field, at);
            end = end < 0 ? field.length() : end;
            steps.add(field.substring(inBrackets ? at + 1 : at, end));
            at = inBrackets ? end + 1 : end;
            if (at < field.length() && field.charAt(at) == '.') {
                at++;
            }
        }
        return steps;
    }

    private static int nextBreak(String field, int from) {
        int end = from;
        while (end < field.length() && field.charAt(end) != '.' && field.charAt(end) != '[') {
            end++;
        }
        return end;
    }
}
