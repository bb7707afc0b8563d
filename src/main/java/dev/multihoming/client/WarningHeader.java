package dev.multihoming.client;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of `Warning` headers, as Kubernetes writes them: `299 - "text"`.
final class WarningHeader {
    private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private WarningHeader() {}

    /// One header may hold several.
    static List<String> texts(List<String> headers) {
        List<String> texts = new ArrayList<>();
        for (String header : headers) {
            Matcher warning = WARNING.matcher(header);
            while (warning.find()) {
                texts.add(ESCAPED.matcher(warning.group(1)).replaceAll("$1"));
            }
        }
        return texts;
    }
}
